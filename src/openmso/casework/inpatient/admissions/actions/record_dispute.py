"""The quality improvement organization tells us that the patient asked it about the discharge."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.stay import StayNotPossible
from ..events import Event
from ..models import Admission
from ..steps.clock_keeping import keep_notice_clocks
from ..steps.locking import in_house, keep, require_identified


@action
def record_dispute(admission_id: UUID, *, told_at: datetime, by: Actor, at: datetime) -> Admission:
    """Keep when we were told; the detailed reasons are owed from then on, where a law says so.

    Raises StayNotFound, MoveNotAllowed, NotAllowed, StayNotPossible.
    """
    by.require(Permission.STAY_FOLLOW)
    stay = in_house(admission_id, by=by)
    require_identified(stay)
    if stay.qio_told_at is not None:
        raise MoveNotAllowed("This is on record already.")
    if not stay.admitted_at < told_at <= at:
        raise StayNotPossible("We were told between the admission and now.")
    stay.qio_told_at = told_at
    keep(stay, "qio_told_at")
    record(stay, Event.DISPUTED, by=by, at=at, happened_at=told_at)
    keep_notice_clocks(stay)
    return stay
