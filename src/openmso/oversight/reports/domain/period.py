"""The days a report is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `from_on` until `until_on` (exclusive), in the office's time zone."""

    from_on: date
    until_on: date

    @property
    def name(self) -> str:
        """ "2026" for a year, "2026-10" for a month, else both first days: "2025-11 - 2026-11"."""
        if self == year(self.from_on.year):
            return f"{self.from_on:%Y}"
        if self == month(self.from_on):
            return f"{self.from_on:%Y-%m}"
        return f"{self.from_on:%Y-%m} - {self.until_on:%Y-%m}"

    def instants(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return the first instant, and the first one after the last, both in UTC."""
        return start_of(self.from_on, zone), start_of(self.until_on, zone)

    def months(self) -> Iterator["Period"]:
        """Yield the calendar months that begin inside."""
        on = self.from_on
        while on < self.until_on:
            one = month(on)
            yield one
            on = one.until_on


def month(on: date) -> Period:
    """Return the calendar month that holds the day."""
    first = on.replace(day=1)
    return Period(first, months_later(first, 1))


def year(number: int) -> Period:
    """Return one calendar year."""
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def months_later(first: date, count: int) -> date:
    """Return the first day of the month `count` months after that of `first`; may be negative."""
    place = first.year * 12 + first.month - 1 + count
    return date(place // 12, place % 12 + 1, 1)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant of a day of the office, in UTC."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def period_called(text: str) -> Period:
    """Read "2026" or "2026-10". Raises ValueError with what would be right."""
    found = _WRITTEN.fullmatch(text)
    try:
        if found and found[2]:
            return month(date(int(found[1]), int(found[2]), 1))
        if found:
            return year(int(found[1]))
    except ValueError:
        pass
    raise ValueError(f'not a period: "{text}" (write a year, 2026, or a month, 2026-10)')
