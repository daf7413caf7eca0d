"""A person says that a stay and a request of the night belong together."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.notification import Way
from ..events import Event
from ..models import Admission
from ..queries import nights_that_may_belong
from ..steps.locking import in_house, keep, require_identified


@action
def join_night(admission_id: UUID, night_id: UUID, *, by: Actor, at: datetime) -> Admission:
    """Join the stay to the request; both keep their own history. Raises MoveNotAllowed,
    StayNotFound, NotAllowed."""
    by.require(Permission.STAY_FOLLOW)
    stay = in_house(admission_id, by=by)
    require_identified(stay)
    if stay.night_id is not None:
        raise MoveNotAllowed("This stay is joined to a request already.")
    if stay.way != Way.UNPLANNED:
        raise MoveNotAllowed("A planned stay began with an approval, not with a night.")
    night = next((one for one in nights_that_may_belong(by, stay) if one.id == night_id), None)
    if night is None:
        raise MoveNotAllowed("This request does not fit: another patient, hospital or time.")
    stay.night = night
    keep(stay, "night")
    record(stay, Event.JOINED, by=by, at=at, night=night.number)
    return stay
