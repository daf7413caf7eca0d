"""A discharge is planned: from now on the notices before leaving are owed."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.stay import StayNotPossible
from ..events import Event
from ..models import Admission
from ..steps.clock_keeping import keep_notice_clocks
from ..steps.locking import in_house, keep


@action
def plan_discharge(
    admission_id: UUID, planned_at: datetime, *, by: Actor, at: datetime
) -> Admission:
    """Keep when the patient is to leave; a new plan replaces the earlier one.

    Raises StayNotFound, MoveNotAllowed, NotAllowed, StayNotPossible.
    """
    by.require(Permission.STAY_FOLLOW)
    stay = in_house(admission_id, by=by)
    if planned_at <= stay.admitted_at:
        raise StayNotPossible("A patient leaves after the admission.")
    stay.discharge_planned_at = planned_at
    keep(stay, "discharge_planned_at")
    record(stay, Event.DISCHARGE_PLANNED, by=by, at=at, planned=planned_at.isoformat())
    keep_notice_clocks(stay)
    return stay
