"""Concurrent review: up to which day a stay is approved, and when we look again.

A nurse approves days. Fewer days than the hospital needs are a no, and only a physician signs one;
a nurse who finds no answer in the criteria hands the stay on. An approval is never taken back.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from openmso.standards.calendars import OfficeCalendar

_ONE_DAY = timedelta(days=1)


class Outcome(StrEnum):
    APPROVED = "approved"
    REFUSED = "refused"


class Desk(StrEnum):
    """Who looks at the stay next."""

    NURSE = "nurse"
    PHYSICIAN = "physician"


class DaysNotPossible(ValueError):
    """These days cannot be answered for. The sentence is written for the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From `from_on` up to but without `until_on`."""

    from_on: date
    until_on: date


def first_open_day(admitted_on: date, approved_until_on: date | None) -> date:
    """Return the first day that nobody has answered for."""
    return approved_until_on or admitted_on


def days_through(last_day: date, *, admitted_on: date, approved_until_on: date | None) -> Days:
    """Return the open days up to `last_day`, that day included. Raises DaysNotPossible."""
    begins = first_open_day(admitted_on, approved_until_on)
    if last_day < begins:
        raise DaysNotPossible(
            f"The days before {begins:%m/%d/%Y} are answered. Name that day or a later one."
        )
    return Days(from_on=begins, until_on=last_day + _ONE_DAY)


def next_review_on(days: Days, office: OfficeCalendar) -> date:
    """Return the day of the next review: the last approved day, or the business day before it.

    Never before the first of the days. Raises HolidaysUnknown.
    """
    day = days.until_on - _ONE_DAY
    while day > days.from_on and not office.is_business_day(day):
        day -= _ONE_DAY
    return day
