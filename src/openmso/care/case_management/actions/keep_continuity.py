"""A change of PCP, IPA or plan is noticed: what goes on is written down, and looked after."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..domain.continuity import Answered, GoesOn
from ..domain.cover import Change
from ..events import Event
from ..models import CareCase, ContinuityAnswer
from ..queries import not_answered_yet
from ..steps.locking import day_of, locked
from ..steps.next_due import keep_in_step
from ..steps.tasks import new_task

_TASKS = {
    GoesOn.AS_BEFORE: "Tell the new doctor or group that this goes on: {}",
    GoesOn.FOR_A_TIME: "See that this goes on, and arrange what follows: {}",
    GoesOn.A_PERSON_DECIDES: "Decide how this goes on; it does until then: {}",
}


@action
def keep_continuity(case_id: UUID, *, by: Actor, at: datetime) -> list[ContinuityAnswer]:
    """Write down what goes on after every new change, each thing once and with a task.

    Asked again, it finds nothing new and says so. Raises CareCaseNotFound, NotOpen,
    ConflictingAnswers.
    """
    case = locked(case_id, by=by)
    kept = [_keep(case, change, answer, by=by, at=at) for change, answer in not_answered_yet(case)]
    if kept:
        keep_in_step(case, at=at)
    else:
        record(case, Event.CONTINUITY_KNOWN, by=by, at=at)
    return kept


def _keep(
    case: CareCase, change: Change, answer: Answered, *, by: Actor, at: datetime
) -> ContinuityAnswer:
    thing = answer.under_way
    row = ContinuityAnswer.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        changed_on=change.on,
        changed_what=", ".join(change.what),
        what=thing.what,
        approval=thing.approval,
        goes_on=answer.goes_on,
        until_on=answer.until_on,
        rule_id=answer.rule_id,
        citation=answer.citation,
        why=answer.why,
        answered_at=at,
    )
    record(
        case,
        Event.CONTINUITY,
        by=by,
        at=at,
        changed_on=change.on.isoformat(),
        changed=row.changed_what,
        goes_on=str(answer.goes_on),
        rule=answer.rule_id,
    )
    due_on = max(change.on, day_of(case, at))
    new_task(case, _TASKS[answer.goes_on].format(thing.what), due_on, by=by, at=at)
    return row
