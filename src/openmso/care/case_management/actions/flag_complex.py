"""The flag of a complex or serious condition is set, or taken off."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.complex_condition import Right, require_right
from ..events import Event
from ..models import CareCase
from ..steps.locking import day_of, locked
from ..steps.next_due import keep_in_step


class FlagStands(ValueError):
    """The flag is set already."""


@action
def flag_complex(
    case_id: UUID, condition: str, said_by: str, *, by: Actor, at: datetime
) -> CareCase:
    """Set the flag from today on; the case is then watched every day.

    `said_by` is the doctor who says so. Raises CareCaseNotFound, NotOpen, NotAllowed, FlagStands.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    on = day_of(case, at)
    if case.flag is not None and case.flag.stands(on):
        raise FlagStands("The flag is set already.")
    case.complex_condition, case.complex_said_by = condition, said_by
    case.complex_from_on, case.complex_until_on = on, None
    _keep(case)
    record(case, Event.FLAGGED, by=by, at=at)
    keep_in_step(case, at=at)
    return case


@action
def end_flag(case_id: UUID, *, by: Actor, at: datetime) -> CareCase:
    """Take the flag off from today on, and with it what it unlocked.

    Raises CareCaseNotFound, NotOpen, NotAllowed, NotUnlocked when it does not stand.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    on = day_of(case, at)
    require_right(Right.DAILY_STATUS, case.flag, on=on)
    case.complex_until_on = on
    _keep(case)
    record(case, Event.FLAG_ENDED, by=by, at=at)
    keep_in_step(case, at=at)
    return case


def _keep(case: CareCase) -> None:
    case.save(
        update_fields=[
            *("complex_condition", "complex_said_by", "complex_from_on", "complex_until_on")
        ]
    )
