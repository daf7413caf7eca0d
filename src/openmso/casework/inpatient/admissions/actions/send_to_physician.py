"""A nurse finds no answer in the criteria and hands the stay to a physician."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.concurrent_review import Desk
from ..events import Event
from ..models import Admission
from ..steps.locking import in_house, keep, require_identified
from ..steps.queues import to_its_queue


@action
def send_to_physician(
    admission_id: UUID, *, note: str, by: Actor, at: datetime, version: int | None = None
) -> Admission:
    """Put the stay on the physicians' queue with what the nurse found.

    Raises StayNotFound, MoveNotAllowed, NotIdentified, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.STAY_APPROVE_DAYS)
    stay = in_house(admission_id, by=by, version=version)
    require_identified(stay)
    if stay.review_desk == Desk.PHYSICIAN:
        raise MoveNotAllowed("A physician has this stay already.")
    stay.review_desk = Desk.PHYSICIAN.value
    keep(stay, "review_desk")
    record(stay, Event.TO_PHYSICIAN, by=by, at=at, note=note)
    to_its_queue(stay, outcome="to a physician", at=at)
    return stay
