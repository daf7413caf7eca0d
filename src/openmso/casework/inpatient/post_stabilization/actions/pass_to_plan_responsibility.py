"""The time has passed and nobody answered: the plan becomes responsible, with no human step."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.states import OPEN, State
from ..events import Event
from ..models import PostStabilization
from ..steps.clock_keeping import open_deadline
from ..steps.locking import locked
from ..steps.silence import put_on_plan


@action
def pass_to_plan_responsibility(case_id: UUID, *, by: Actor, at: datetime) -> PostStabilization:
    """Carry out what silence means for this hospital's request; safe to run twice.

    The responsibility begins at the due time that passed, however late this runs.
    """
    case = locked(case_id, by=by)
    deadline = open_deadline(case)
    passed = deadline is not None and deadline.has_run_out(at)
    if deadline is None or not passed or State(case.state) not in OPEN:
        if passed:
            close_all(case, at=at)  # nobody waits any more: it must not be found again
        record(case, Event.TIME_CHECKED, by=by, at=at)
        return case
    put_on_plan(case, deadline, by=by, at=at)
    return case
