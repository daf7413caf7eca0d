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

    @property
    def is_elapsed(self) -> bool:
        """Tell whether the unit runs on through nights, weekends and clock changes."""
        return self in (Unit.MINUTES, Unit.HOURS)

    @property
    def skips_closed_days(self) -> bool:
        """Tell whether weekends and holidays are left out of the count."""
        return self in (Unit.BUSINESS_DAYS, Unit.WORKING_DAYS)


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
        """Read a length of time as people write it: "7 calendar days", "72 hours", "1 month".

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
        words = self.unit.replace("_", " ")
        return f"{self.count} {words.removesuffix('s') if self.count == 1 else words}"


_UNITS = {unit.value: unit for unit in Unit} | {unit.removesuffix("s"): unit for unit in Unit}
