"""A yearly rate, such as the interest that a late payment bears: a number, but not a time."""

from dataclasses import dataclass
from typing import Self

UNIT = "percent_per_year"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many percent a year. Raises ValueError when nobody could mean it."""

    percent: int

    def __post_init__(self) -> None:
        if isinstance(self.percent, bool) or not 0 < self.percent <= 100:
            raise ValueError(f"a rate is more than 0 and at most 100 percent, not {self.percent!r}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "15 percent per year"; ValueError for anything else."""
        percent, _, name = text.strip().lower().partition(" ")
        if "_".join(name.replace("_", " ").split()) != UNIT or not percent.isdecimal():
            raise ValueError(f'not a rate: "{text}" (write e.g. "15 percent per year")')
        return cls(int(percent))

    @property
    def meaning(self) -> str:
        """The rate as a sentence."""
        return f"{self.percent} percent for each year: a rate, not a time."

    def __str__(self) -> str:
        return f"{self.percent} percent per year"
