"""One status a day for every patient in a hospital; a day without one is an exception.

The days asked for are those the patient ended in the hospital, under observation too, from the day
on which we were told. Days on leave are not asked for. A status written later closes the exception
and stays marked as late.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from .bed_days import midnights
from .stay import Part, part_at


class Condition(StrEnum):
    """How the patient is, against what was expected."""

    AS_EXPECTED = "as_expected"
    BETTER = "better"
    WORSE = "worse"
    READY_TO_LEAVE = "ready_to_leave"
    NOT_REACHED = "hospital_not_reached"


def days_asked_for(
    parts: Sequence[Part], *, told_at: datetime, zone: ZoneInfo, at: datetime
) -> tuple[date, ...]:
    """Return every day that is over at `at` and needs a status, in order."""
    told_on = told_at.astimezone(zone).date()
    days = {
        day
        for part in parts
        if not part.on_leave
        for day in midnights(part, zone=zone, at=at)
        if day >= told_on
    }
    return tuple(sorted(days))


def missing_days(
    parts: Sequence[Part],
    entered: Collection[date],
    *,
    told_at: datetime,
    zone: ZoneInfo,
    at: datetime,
) -> tuple[date, ...]:
    """Return the days over at `at` that nobody wrote a status for."""
    asked = days_asked_for(parts, told_at=told_at, zone=zone, at=at)
    return tuple(day for day in asked if day not in entered)


def owed_today(
    parts: Sequence[Part], entered: Collection[date], *, zone: ZoneInfo, at: datetime
) -> bool:
    """Tell whether the patient is in the hospital at `at` and today has no status yet."""
    now = part_at(parts, at)
    return now is not None and not now.on_leave and at.astimezone(zone).date() not in entered
