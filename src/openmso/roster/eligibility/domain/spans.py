"""Days of coverage, and what was known about them when.

A span covers `from_on` and every day up to `until_on`, which is the first day without coverage;
None leaves it open. Knowledge is an interval of instants in the same manner.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A run of days; raises ValueError when it would be empty."""

    from_on: date
    until_on: date | None

    def __post_init__(self) -> None:
        if self.until_on is not None and self.until_on <= self.from_on:
            raise ValueError(f"coverage from {self.from_on} cannot end on {self.until_on}")

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    def touches(self, other: "Days") -> bool:
        """Tell whether the two share a day or follow each other without a gap."""
        return (self.until_on is None or other.from_on <= self.until_on) and (
            other.until_on is None or self.from_on <= other.until_on
        )

    def overlaps(self, other: "Days") -> bool:
        return (self.until_on is None or other.from_on < self.until_on) and (
            other.until_on is None or self.from_on < other.until_on
        )


class Known(Protocol):
    """Something we knew during some time."""

    @property
    def known_from(self) -> datetime: ...
    @property
    def known_until(self) -> datetime | None: ...


KnownThing = TypeVar("KnownThing", bound=Known)


def known_at(things: Iterable[KnownThing], at: datetime | None) -> list[KnownThing]:
    """Return what was known at `at`; with None, what is known now."""
    if at is None:
        return [thing for thing in things if thing.known_until is None]
    return [
        thing
        for thing in things
        if thing.known_from <= at and (thing.known_until is None or at < thing.known_until)
    ]


def joined(spans: Iterable[Days]) -> list[Days]:
    """Return the same days as the fewest spans, in order: overlapping and adjoining ones merge."""
    merged: list[Days] = []
    for span in sorted(spans, key=lambda days: days.from_on):
        if merged and merged[-1].touches(span):
            merged[-1] = Days(merged[-1].from_on, _later(merged[-1].until_on, span.until_on))
        else:
            merged.append(span)
    return merged


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
