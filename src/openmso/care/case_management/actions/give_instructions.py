"""Instructions after a visit or a discharge are kept, sent to the member, and followed up."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Source
from ..events import Event
from ..letters import order_instructions_letter
from ..models import Instructions
from ..steps.locking import locked
from ..steps.next_due import keep_in_step
from ..steps.tasks import new_task

_FOLLOW_UP = {
    Source.VISIT: "Follow up on the instructions after the visit",
    Source.DISCHARGE: "Follow up on the instructions after the discharge",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """What the practice or hospital `from_whom` told the member on `given_on`; one step a line."""

    source: Source
    from_whom: str
    given_on: date
    steps: str
    follow_up_on: date
    steps_es: str = ""


@action
def give_instructions(case_id: UUID, to_do: ToDo, *, by: Actor, at: datetime) -> Instructions:
    """Keep them, order the letter, and make the follow-up a task.

    Raises CareCaseNotFound, NotOpen, NotAllowed.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    kept = Instructions.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        source=to_do.source,
        from_whom=to_do.from_whom,
        given_on=to_do.given_on,
        steps=to_do.steps,
        steps_es=to_do.steps_es,
        follow_up_on=to_do.follow_up_on,
        written_at=at,
        by_name=by.name,
    )
    record(case, Event.INSTRUCTED, by=by, at=at, source=str(to_do.source))
    new_task(case, _FOLLOW_UP[to_do.source], to_do.follow_up_on, by=by, at=at)
    order_instructions_letter(case, kept, by=by, at=at)
    keep_in_step(case, at=at)
    return kept
