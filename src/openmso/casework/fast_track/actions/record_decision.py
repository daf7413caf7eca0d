"""The QIO decided: its answer is written down and carried out in the same act.

Nobody of ours decides here. An end that stands gets its moment from which the member may owe; care
that goes on needs a new notice before a new end.
"""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all, meet

from ..domain.clocks import QIO_DECISION, QIO_SECOND_DECISION, due_when_decided
from ..domain.decision import Answer, Look, Told, move_after, require_possible
from ..domain.states import State, after
from ..events import Event
from ..models import FastTrackCase, QioDecision
from ..steps.clock_keeping import start_clocks
from ..steps.costs import CHANGED, put_costs
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def record_decision(
    case_id: UUID, told: Told, *, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Keep the decision of the look that is under way, and what follows from it.

    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    second = State(case.state) is State.ASKED_AGAIN
    state = after(State(case.state), move_after(told.answer))
    require_possible(told, since=case.asked_again_at if second else case.told_at, at=at)
    _keep_row(case, told, Look.SECOND if second else Look.FIRST, by=by, at=at)
    case.state, case.answer = state, told.answer
    case.qio_reference = told.reference.strip() or case.qio_reference
    meet(case, QIO_DECISION, QIO_SECOND_DECISION, at=told.told_at)
    close_all(case, at=at)
    _carry_out(case, told, second=second, at=at)
    keep(
        case,
        *("state", "answer", "qio_reference", "decided_at", "closed_at", "closed_why"),
        *CHANGED,
    )
    if State(case.state) is State.STANDS:
        start_clocks(case, due_when_decided, told.told_at, at=at)
    _record(case, told, second=second, by=by, at=at)
    renew_on_queue(case, outcome=told.answer.value.replace("_", " "), at=at)
    return case


def _keep_row(
    case: FastTrackCase, told: Told, look: Look, *, by: Actor, at: datetime
) -> QioDecision:
    return QioDecision.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        look=look,
        answer=told.answer,
        told_at=told.told_at,
        told_by=told.told_by.strip(),
        words=told.words.strip(),
        recorded_at=at,
        recorded_by_name=by.name,
    )


def _carry_out(case: FastTrackCase, told: Told, *, second: bool, at: datetime) -> None:
    if told.answer is not Answer.END_STANDS:
        # Also when a first look had let the end stand: then nothing is owed from that day on.
        case.covered_until, case.covered_rule = None, ""
        case.decided_at = told.told_at
        return
    if second:
        # The first decision set the moment; a second one that agrees does not move it.
        case.closed_at, case.closed_why = at, "The second look let the end stand."
        return
    case.decided_at = told.told_at
    put_costs(case, decided_at=told.told_at)


def _record(case: FastTrackCase, told: Told, *, second: bool, by: Actor, at: datetime) -> None:
    until = case.covered_until
    record(
        case,
        Event.DECIDED,
        by=by,
        at=at,
        happened_at=told.told_at,
        look=(Look.SECOND if second else Look.FIRST).value,
        answer=told.answer.value,
        told_by=told.told_by.strip(),
        covered_until=until.isoformat() if until else "",
        rule=case.covered_rule,
    )
