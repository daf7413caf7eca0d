"""A grievance that is closed leaves its queue; what was owed is met, or owed no more."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.timeline.deadlines import close_all, meet

from ..domain.answering import Told
from ..domain.deadlines import ANSWER
from ..domain.states import State
from ..domain.who_may import MayNotWorkOnIt
from ..models import Grievance, GrievanceAnswer
from .locking import keep
from .queues import off_its_queue


def close_answered(
    grievance: Grievance, state: State, told: Told, *, by: Actor, at: datetime
) -> GrievanceAnswer:
    """Store the answer and close; the database checks who signs once more."""
    if by.id is None:
        raise MayNotWorkOnIt(("Only a person can answer a grievance; no program can.",))
    answer = GrievanceAnswer.objects.create(
        tenant_id=grievance.tenant_id,
        grievance=grievance,
        round=grievance.round,
        at_once=state is State.SOLVED,
        finding=told.finding,
        plain=told.plain.strip(),
        plain_es=told.plain_es.strip(),
        internal=told.internal.strip(),
        answered_by_id=by.id,
        answered_by_name=by.name,
        answered_at=at,
        answered_on=office_calendar(grievance.tenant_id).local(at).date(),
    )
    grievance.state, grievance.closed_at = state, at
    keep(grievance, "state", "closed_at", "handler")
    meet(grievance, ANSWER, at=at)
    off_its_queue(grievance, at=at)
    return answer


def close_without_answer(grievance: Grievance, state: State, *, at: datetime) -> None:
    """Close the grievance in `state`; `closed_why` must be set."""
    grievance.state, grievance.closed_at = state, at
    keep(grievance, "state", "closed_at", "closed_why", "appeal")
    close_all(grievance, at=at)
    off_its_queue(grievance, at=at)
