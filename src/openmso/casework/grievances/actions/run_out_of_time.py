"""The time for the answer has passed and nobody answered."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import miss

from ..domain.deadlines import ANSWER
from ..domain.states import OPEN, State
from ..domain.types import Kind
from ..events import Event
from ..models import Grievance
from ..steps.kinds import change_kind_to
from ..steps.locking import keep, locked
from ..steps.queues import deadline_of, note_on_its_row

_NOT_SOLVED = "It was not solved by the close of the next business day."


@action
def run_out_of_time(grievance_id: UUID, *, by: Actor, at: datetime) -> Grievance:
    """Carry out what follows; safe to run twice.

    What was to be solved at once becomes a standard grievance with the clocks of its first
    receipt. Any other one stays open until it is answered, and is marked late since its due time.
    """
    grievance = locked(grievance_id, by=by)
    deadline = deadline_of(grievance)
    if deadline is None or not deadline.has_run_out(at) or State(grievance.state) not in OPEN:
        record(grievance, Event.TIME_CHECKED, by=by, at=at)
        return grievance
    passed_at = deadline.due_at
    record(
        grievance,
        Event.TIME_RAN_OUT,
        by=by,
        at=at,
        happened_at=passed_at,
        rule=deadline.rule_id,
        kind=str(grievance.kind),
    )
    if grievance.kind == Kind.EXEMPT:
        grievance.exempt_until_at = passed_at
        change_kind_to(grievance, Kind.STANDARD, why=_NOT_SOLVED, by=by, at=at)
        return grievance
    miss(grievance, ANSWER, at=at)
    grievance.late_at = passed_at
    keep(grievance, "late_at")
    note_on_its_row(grievance)
    return grievance
