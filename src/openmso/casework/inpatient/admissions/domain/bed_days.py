"""Bed days: the midnights a patient spends in an inpatient bed.

A day counts when the patient is in the bed at the midnight that ends it, so the day of admission
counts and the day of discharge does not. Under observation or on leave nothing counts: a leave
begins like a discharge and ends like an admission. A stay that saw no midnight counts as one day.
Source: Medicare Benefit Policy Manual, chapter 3, sections 20.1 and 20.1.2.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from .stay import Level, Part

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BedDay:
    """One bed day, at the hospital and level of care where its midnight was spent."""

    on: date
    place: Any
    level: Level


def bed_days(parts: Sequence[Part], *, zone: ZoneInfo, at: datetime) -> tuple[BedDay, ...]:
    """Return every bed day of a stay that is over at `at`, in order; today is not over yet.

    Days are those of `zone`.
    """
    days = tuple(
        BedDay(on=day, place=part.place, level=part.level)
        for part in parts
        if part.counts
        for day in midnights(part, zone=zone, at=at)
    )
    return days or _day_without_midnight(parts, zone=zone, at=at)


def midnights(part: Part, *, zone: ZoneInfo, at: datetime) -> Iterator[date]:
    """Yield the days whose last moment lies in this part and is over at `at`."""
    until = at if part.until_at is None else min(part.until_at, at)
    day, end = part.from_at.astimezone(zone).date(), until.astimezone(zone).date()
    while day < end:
        yield day
        day += _ONE_DAY


def between(days: Iterable[BedDay], from_on: date, until_on: date) -> tuple[BedDay, ...]:
    """Return the days from `from_on` up to but without `until_on`."""
    return tuple(day for day in days if from_on <= day.on < until_on)


def _day_without_midnight(
    parts: Sequence[Part], *, zone: ZoneInfo, at: datetime
) -> tuple[BedDay, ...]:
    """Admitted and gone again before any midnight: the day of admission counts."""
    over = bool(parts) and parts[-1].until_at is not None and parts[-1].until_at <= at
    first = next((part for part in parts if part.counts), None)
    if not over or first is None:
        return ()
    on = first.from_at.astimezone(zone).date()
    return (BedDay(on=on, place=first.place, level=first.level),)
