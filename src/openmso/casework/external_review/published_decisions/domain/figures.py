"""What may be counted of decisions: by year, type, outcome and broad diagnosis group."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple, TypeVar

from .decision import Kind, Outcome, PublishedDecision
from .interval import wilson


class Cell(NamedTuple):
    """One cell of the table of figures."""

    year: int
    kind: Kind
    outcome: Outcome
    diagnosis_group: str


Table = Counter[Cell]
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many decisions, how many of them overturned the plan, from which year to which.

    Both years are inclusive, and 0 when there is no decision.
    """

    decisions: int
    overturned: int
    first_year: int
    last_year: int

    @property
    def upheld(self) -> int:
        return self.decisions - self.overturned


@dataclass(frozen=True, slots=True)
class Rate:
    """Out of 100 decisions, how many overturned the plan; `low` and `high` bound what chance may
    have made of it (95 %), rounded away from each other."""

    of_100: int
    low: int
    high: int


def table_of(decisions: Iterable[PublishedDecision]) -> Table:
    """Count decisions into cells."""
    return Counter(Cell(one.year, one.kind, one.outcome, one.diagnosis_group) for one in decisions)


def tally(
    table: Table,
    *,
    year: int | None = None,
    kind: Kind | None = None,
    outcome: Outcome | None = None,
    diagnosis_group: str = "",
) -> Tally:
    """Add up the cells that fit; what is left out fits every cell."""
    return _sum(
        (cell, count)
        for cell, count in table.items()
        if year in (None, cell.year)
        and kind in (None, cell.kind)
        and outcome in (None, cell.outcome)
        and diagnosis_group in ("", cell.diagnosis_group)
    )


def tallies(table: Table, by: Callable[[Cell], K]) -> dict[K, Tally]:
    """Add up the cells that `by` puts together; what has no decision is left out."""
    parts: dict[K, list[tuple[Cell, int]]] = {}
    for cell, count in table.items():
        if count:
            parts.setdefault(by(cell), []).append((cell, count))
    return {key: _sum(cells) for key, cells in parts.items()}


def _sum(cells: Iterable[tuple[Cell, int]]) -> Tally:
    counted = [(cell, count) for cell, count in cells if count]
    years = [cell.year for cell, _ in counted]
    return Tally(
        decisions=sum(count for _, count in counted),
        overturned=sum(count for cell, count in counted if cell.outcome is Outcome.OVERTURNED),
        first_year=min(years, default=0),
        last_year=max(years, default=0),
    )


def rate(counted: Tally, *, fewest: int) -> Rate | None:
    """Return the share that overturned the plan; None with fewer than `fewest` decisions."""
    if counted.decisions < max(fewest, 1):
        return None
    low, high = wilson(counted.overturned, counted.decisions)
    return Rate(
        of_100=round(100 * counted.overturned / counted.decisions),
        low=floor(100 * low),
        high=ceil(100 * high),
    )


def years_of(table: Table) -> list[int]:
    """Return the years that have decisions, the newest first."""
    return sorted({cell.year for cell, count in table.items() if count}, reverse=True)


def rows_of(table: Table) -> Iterator[tuple[int, str, str, str, int]]:
    """Yield the table in a fixed order: year, type, outcome, diagnosis group, decisions."""
    for cell in sorted(table):
        yield cell.year, cell.kind.value, cell.outcome.value, cell.diagnosis_group, table[cell]
