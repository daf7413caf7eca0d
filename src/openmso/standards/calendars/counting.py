"""When a length of time is over.

Day 0 is the office-local date on which the count starts. Calendar days never roll forward over a
weekend or a holiday.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openmso.standards.calendars.offices import OfficeCalendar
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


def due_after(span: Span, start: datetime, office: OfficeCalendar) -> datetime:
    """Return the last instant inside `span` after `start`, in UTC.

    `start` without an offset is office time. Hours and minutes are elapsed time; every other unit
    ends at 23:59:59 office time. Raises HolidaysUnknown when business days lead past the list of
    holidays, DateOutOfReach past the year 9999.
    """
    try:
        begun = office.instant(start)
        if span.unit.is_elapsed:
            # Elapsed time: added in UTC, or an hour across the November clock change lasts two.
            return begun + timedelta(**{span.unit: span.count})
        end = office.end_of_day(last_day(span, begun.astimezone(office.time_zone).date(), office))
    except (OverflowError, ValueError) as impossible:
        raise DateOutOfReach(f"{span} after {start} is outside the calendar") from impossible
    # Only nought days begun within the day's last second could end before they began.
    return max(end, begun)


def extended_due(original_due: datetime, by: Span, office: OfficeCalendar) -> datetime:
    """Return the new due instant (UTC) after an extension: counted from the ORIGINAL due time.

    Days are counted from the original due date, whenever the extension was taken, and end at
    23:59:59 office time. Raises as `due_after`.
    """
    return due_after(by, original_due, office)


def last_day(span: Span, day_0: date, office: OfficeCalendar) -> date:
    """Return the office-local date on which a span of days, months or years ends.

    Months and years end on the same day of the month, or on the month's last day when it is
    shorter: a month after January 31 is February 28 or 29.
    """
    if span.unit is Unit.CALENDAR_DAYS:
        return day_0 + timedelta(days=span.count)
    if span.unit.skips_closed_days:
        last = day_0
        for day in passed_days(span.count, day_0, office):
            last = day.on
        return last
    months = span.count * (MONTHS_A_YEAR if span.unit is Unit.YEARS else 1)
    year, month = divmod(day_0.year * MONTHS_A_YEAR + day_0.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day_0.day, monthrange(year, month + 1)[1]))


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
