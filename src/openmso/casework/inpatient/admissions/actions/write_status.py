"""The status of one day is written."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ..domain.daily_status import Condition
from ..domain.states import State
from ..events import Event
from ..models import DailyStatus
from ..steps.locking import locked


class StatusNotPossible(ValueError):
    """This status cannot be kept. The sentence is written for the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is written for one day of the office; `plan` is what is needed to go home."""

    on: date
    condition: Condition
    note: str = ""
    plan: str = ""


@action
def write_status(admission_id: UUID, status: Status, *, by: Actor, at: datetime) -> DailyStatus:
    """Keep the status of a day; one written after its day is over stays marked as late.

    Raises StayNotFound, NotAllowed, StatusNotPossible.
    """
    by.require(Permission.STAY_STATUS)
    stay = locked(admission_id, by=by)
    office = office_calendar(stay.tenant_id)
    today = office.local(at).date()
    gone_on = office.local(stay.discharged_at).date() if stay.discharged_at else None
    if State(stay.state) is State.NOT_OURS:
        raise StatusNotPossible("This is not a stay of our member.")
    came_on = office.local(stay.admitted_at).date()
    if not came_on <= status.on <= min(today, gone_on or today):
        raise StatusNotPossible("The patient was not in the hospital on this day.")
    try:
        with transaction.atomic():
            kept = DailyStatus.objects.create(
                tenant_id=stay.tenant_id,
                admission=stay,
                on=status.on,
                condition=status.condition,
                note=status.note,
                plan=status.plan,
                written_by_name=by.name,
                written_at=at,
                late=status.on < today,
            )
    except IntegrityError:
        raise StatusNotPossible("This day has a status already.") from None
    record(stay, Event.STATUS, by=by, at=at, day=f"{status.on:%m/%d/%Y}", late=kept.late)
    return kept
