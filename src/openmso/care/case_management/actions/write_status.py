"""Somebody writes how the member is today, or was on a day that nobody told of."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.complex_condition import Right, require_right
from ..domain.daily_status import Condition, require_watched
from ..events import Event
from ..models import StatusEntry
from ..steps.locking import day_of, locked
from ..steps.next_due import keep_in_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How the member was on the day `on` of the office."""

    on: date
    condition: Condition
    note: str = ""


@action
def write_status(case_id: UUID, status: Status, *, by: Actor, at: datetime) -> StatusEntry:
    """Add one entry; one about an earlier day is marked as late.

    Raises CareCaseNotFound, NotOpen, NotAllowed, NotUnlocked without the flag, DayNotWatched.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    on = day_of(case, at)
    require_right(Right.DAILY_STATUS, case.flag, on=on)
    require_watched(status.on, watched_from=case.complex_from_on or on, today=on)
    entry = StatusEntry.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        on=status.on,
        condition=status.condition,
        note=status.note,
        late=status.on < on,
        written_at=at,
        by_name=by.name,
    )
    record(case, Event.STATUS, by=by, at=at, about=status.on.isoformat(), late=entry.late)
    keep_in_step(case, at=at)
    return entry
