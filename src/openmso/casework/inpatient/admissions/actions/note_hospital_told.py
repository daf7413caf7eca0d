"""The letter with a no has reached the hospital: the clock of telling it stops."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..events import Event
from ..steps.locking import locked
from .refuse_days import TELL_PROVIDER


@action
def note_hospital_told(admission_id: UUID, *, sent_at: datetime, by: Actor, at: datetime) -> None:
    """Stop the clock at the moment of sending; safe to run twice. Raises StayNotFound."""
    stay = locked(admission_id, by=by)
    meet(stay, TELL_PROVIDER, at=sent_at)
    record(stay, Event.PROVIDER_TOLD, by=by, at=at, happened_at=sent_at)
