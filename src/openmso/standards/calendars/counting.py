"""When a limit is over.

Day 0 is the office-local date on which the count starts. Calendar days never roll forward over a
weekend or a holiday.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openmso.standards.calendars.limits import Counted
from openmso.standards.calendars.offices import OfficeCalendar
from openmso.standards.calendars.points_of_day import NOON, Hour, PointOfDay
from openmso.standards.calendars.spans import Span, Unit

ONE_DAY = timedelta(days=1)
MONTHS_A_YEAR = 12


class DateOutOfReach(ValueError):
    """The count leads to a day that no calendar of this program can name."""


@dataclass(frozen=True, slots=True)
class PassedDay:
    """One day of a count: its number, or why it was not counted."""

    on: date
    number: int | None
    closed_because: str | None = None


def due_after(limit: Counted, start: datetime, office: OfficeCalendar) -> datetime:
    """Return the last instant inside `limit`, counted from `start`, in UTC.

    `start` without an offset is office time. Hours and minutes are elapsed time; every other unit
    ends at 23:59:59 office time, a point of the day at its own time. What counts backwards ends
    before `start`; everything else never does: a close of business that is over when the count
    starts is due at once. Raises HolidaysUnknown when business days lead past the list of
    holidays, DateOutOfReach past the year 9999.
    """
    try:
        begun = office.instant(start)
        if isinstance(limit, Span) and limit.unit.is_elapsed:
            # Elapsed time: added in UTC, or an hour across the November clock change lasts two.
            return begun + _elapsed(limit)
        day_0 = begun.astimezone(office.time_zone).date()
        end = (
            office.end_of_day(last_day(limit, day_0, office))
            if isinstance(limit, Span)
            else _point(limit, day_0, office)
        )
    except (OverflowError, ValueError) as impossible:
        raise DateOutOfReach(f"{limit} after {start} is outside the calendar") from impossible
    backwards = limit.unit.runs_backwards if isinstance(limit, Span) else limit.runs_backwards
    return end if backwards else max(end, begun)


def extended_due(
    original_due: datetime, by: Span, office: OfficeCalendar, *, start: datetime | None = None
) -> datetime:
    """Return the new due instant (UTC) after an extension: counted from the ORIGINAL due time.

    Days are counted from the original due date, whenever the extension was taken, and end at
    23:59:59 office time. Only "calendar days total" count from `start`, and never shorten the
    time. Raises ValueError when they are given no `start`, else as `due_after`.
    """
    if by.unit is not Unit.CALENDAR_DAYS_TOTAL:
        return due_after(by, original_due, office)
    if start is None:
        raise ValueError(f"{by} are counted from the start of the clock, which was not given")
    return max(due_after(by, start, office), office.instant(original_due))


def last_day(span: Span, day_0: date, office: OfficeCalendar) -> date:
    """Return the office-local date on which a span of days, months or years ends.

    Months and years end on the same day of the month, or on the month's last day when it is
    shorter: a month after January 31 is February 28 or 29.
    """
    if span.unit in (Unit.CALENDAR_DAYS, Unit.CALENDAR_DAYS_TOTAL):
        return day_0 + timedelta(days=span.count)
    if span.unit is Unit.CALENDAR_DAYS_BEFORE:
        return day_0 - timedelta(days=span.count)
    if span.unit.skips_closed_days:
        last = day_0
        for day in passed_days(span.count, day_0, office):
            last = day.on
        return last
    months = span.count * (MONTHS_A_YEAR if span.unit is Unit.YEARS else 1)
    year, month = divmod(day_0.year * MONTHS_A_YEAR + day_0.month - 1 + months, MONTHS_A_YEAR)
    longest = monthrange(year, month + 1)[1]
    to_the_end = span.unit is Unit.MONTHS_TO_DAY_31
    return date(year, month + 1, longest if to_the_end else min(day_0.day, longest))


def passed_days(count: int, day_0: date, office: OfficeCalendar) -> Iterator[PassedDay]:
    """Yield the days after `day_0` up to the last of `count` business days, skipped ones too."""
    number, day = 0, day_0
    while number < count:
        day += ONE_DAY
        closed_because = office.why_closed(day)
        if closed_because is None:
            number += 1
            yield PassedDay(day, number)
        else:
            yield PassedDay(day, None, closed_because)


def _elapsed(span: Span) -> timedelta:
    if span.unit is Unit.MINUTES:
        return timedelta(minutes=span.count)
    return timedelta(hours=-span.count if span.unit.runs_backwards else span.count)


def _point(point: PointOfDay, day_0: date, office: OfficeCalendar) -> datetime:
    day = day_0 + timedelta(days=point.days_later)
    match point.hour:
        case Hour.NOON:
            return office.at(day, NOON)
        case Hour.CLOSE_OF_BUSINESS:
            return office.at(day, office.hours.closes_at)
        case Hour.END_OF_DAY:
            return office.end_of_day(day)
