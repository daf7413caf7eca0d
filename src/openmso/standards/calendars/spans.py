"""A length of time that remembers its unit: seven calendar days are not 168 hours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

LONGEST = 100_000


class Unit(StrEnum):
    """How a length of time is counted."""

    MINUTES = "minutes"
    HOURS = "hours"
    CALENDAR_DAYS = "calendar_days"
    BUSINESS_DAYS = "business_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"
    HOURS_BEFORE = "hours_before"
    CALENDAR_DAYS_BEFORE = "calendar_days_before"
    MONTHS_TO_DAY_31 = "months_to_day_31"
    """To the last day of the month so many months later: three after December 31 is March 31."""
    CALENDAR_DAYS_TOTAL = "calendar_days_total"
    """Only for an extension that counts from the start of the clock, not from its original end."""

    @property
    def is_elapsed(self) -> bool:
        """Tell whether the unit runs on through nights, weekends and clock changes."""
        return self in _ELAPSED

    @property
    def skips_closed_days(self) -> bool:
        """Tell whether weekends and holidays are left out of the count."""
        return self in _OPEN_DAYS

    @property
    def runs_backwards(self) -> bool:
        """Tell whether the count leads to a time before the event, such as a planned end."""
        return self in _BACKWARDS


_ELAPSED = frozenset((Unit.MINUTES, Unit.HOURS, Unit.HOURS_BEFORE))
_OPEN_DAYS = frozenset((Unit.BUSINESS_DAYS, Unit.WORKING_DAYS))
_BACKWARDS = frozenset((Unit.HOURS_BEFORE, Unit.CALENDAR_DAYS_BEFORE))


@dataclass(frozen=True, slots=True)
class Span:
    """A count of one unit, at least 0 and at most 100,000.

    Nought days is the end of the day on which the count starts. Raises ValueError with a sentence
    when the count or the unit cannot be meant.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if isinstance(self.count, bool) or not 0 <= self.count <= LONGEST:
            raise ValueError(
                f"a length of time has a count from 0 to {LONGEST:,}, not {self.count!r}"
            )
        object.__setattr__(self, "unit", Unit(self.unit))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a length of time as people write it: "7 calendar days", "24 hours before".

        Raises ValueError with a sentence that shows how to write it; "7 days" is refused because
        it does not say which days.
        """
        count, _, name = text.strip().lower().partition(" ")
        name = "_".join(name.replace("_", " ").split())
        if name in ("day", "days"):
            raise ValueError(f'not clear which days: "{text}" (write calendar or business days)')
        unit = _UNITS.get(name)
        if (
            unit is None
            or not (count.isascii() and count.isdigit())
            or len(count) > len(str(LONGEST))
        ):
            raise ValueError(f'not a length of time: "{text}" (write e.g. "72 hours")')
        return cls(int(count), unit)

    def __str__(self) -> str:
        name = _singular(self.unit) if self.count == 1 else self.unit
        return f"{self.count} {name.replace('_', ' ')}"


def _singular(unit: str) -> str:
    """Return "calendar_day_before" for "calendar_days_before"."""
    return "_".join(
        part.removesuffix("s") if part in ("minutes", "hours", "days", "months", "years") else part
        for part in unit.split("_")
    )


_UNITS = {unit.value: unit for unit in Unit} | {_singular(unit): unit for unit in Unit}
