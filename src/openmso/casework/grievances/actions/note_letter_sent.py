"""A letter of a grievance has left: the duty to confirm is met by that, not by printing."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.deadlines import ACKNOWLEDGE
from ..events import Event
from ..steps.locking import locked

_CONFIRMS = "grievance_received"


@action
def note_letter_sent(
    grievance_id: UUID, *, kind: str, to: str, sent_at: datetime, by: Actor, at: datetime
) -> None:
    """Record that the letter `kind` left to `to` at `sent_at`, and meet the clock it stops."""
    grievance = locked(grievance_id, by=by)
    record(grievance, Event.LETTER_LEFT, by=by, at=at, happened_at=sent_at, letter=kind, to=to)
    if to == "member" and kind == _CONFIRMS:
        meet(grievance, ACKNOWLEDGE, at=sent_at)
