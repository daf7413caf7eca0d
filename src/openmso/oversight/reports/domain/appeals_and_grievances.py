"""How appeals and grievances went: by line of business, kind and category.

A case counts as received in the period in which it reached us, and with its outcome in the one in
which it was answered or ended. Who answered is not among the facts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from .document import Row, Table
from .measures import Kind, Measure
from .period import Period

KEY = "appeals_and_grievances"
APPEALS, GRIEVANCES = "appeals", "grievances"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How far a case had come. `ended_as` is its state once it was closed, else empty; `answered`:
    somebody answered what was asked; `ran_late`: the time passed without an answer."""

    received_at: datetime
    ended_at: datetime | None = None
    ended_as: str = ""
    answered: bool = False
    ran_late: bool = False

    @property
    def took(self) -> timedelta | None:
        """From the first receipt to the answer; None without one."""
        return self.ended_at - self.received_at if self.ended_at and self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFacts:
    """One appeal or grievance as a report sees it.

    `about` is APPEALS or GRIEVANCES; `kind` the type of an appeal or the kind of a grievance;
    `category` the kind of the first service, or what a grievance is about; `line` the line of
    business. Days are the office's. `came` and `ended`: it did so in the period of the report.
    """

    id: UUID
    number: str
    about: str
    line: str
    ipa: str
    kind: str
    category: str
    received_on: date
    ended_on: date | None
    standing: Ending
    came: bool = False
    ended: bool = False


def _came(one: ComplaintFacts) -> bool:
    return one.came


def _ended(one: ComplaintFacts) -> bool:
    return one.ended


def was_answered(one: ComplaintFacts) -> bool:
    """Tell whether a case was answered in the period."""
    return one.ended and one.standing.answered


def _in_time(one: ComplaintFacts) -> bool:
    return not one.standing.ran_late


def _late(one: ComplaintFacts) -> bool:
    return one.ended and one.standing.ran_late


def ended_as(*states: str) -> Callable[[ComplaintFacts], bool]:
    """Return the test for cases that ended in the period in one of these states."""
    return lambda one: one.ended and one.standing.ended_as in states


_SHARED: tuple[Measure[ComplaintFacts], ...] = (
    Measure("received", Kind.COUNT, _came),
    Measure("answered", Kind.COUNT, was_answered),
    Measure("in_time", Kind.SHARE, was_answered, _in_time),
    Measure("late", Kind.COUNT, _late),
    Measure("without_answer", Kind.COUNT, ended_as("dismissed", "withdrawn")),
)
_TIMES: tuple[Measure[ComplaintFacts], ...] = (
    Measure("mean", Kind.MEAN_HOURS, was_answered),
    Measure("median", Kind.MEDIAN_HOURS, was_answered),
)
Measures = Mapping[str, tuple[Measure[ComplaintFacts], ...]]
MEASURES: Measures = {
    APPEALS: (
        *_SHARED,
        Measure("overturned", Kind.SHARE, was_answered, ended_as("overturned")),
        Measure("overturned_in_part", Kind.SHARE, was_answered, ended_as("partly_upheld")),
        Measure("sent_on", Kind.COUNT, ended_as("sent_on")),
        *_TIMES,
    ),
    GRIEVANCES: (
        *_SHARED,
        Measure("solved_at_once", Kind.SHARE, was_answered, ended_as("solved")),
        Measure("became_appeal", Kind.COUNT, ended_as("became_appeal")),
        *_TIMES,
    ),
}
_BY: dict[str, Callable[[ComplaintFacts], str]] = {
    "line": lambda one: one.line,
    "kind": lambda one: one.kind,
    "category": lambda one: one.category,
}
TABLES = tuple(f"{about}_by_{what}" for about in MEASURES for what in _BY)


def tables(
    complaints: Iterable[ComplaintFacts], period: Period, *, fewest: int
) -> tuple[Table, ...]:
    """Count. No share stands on fewer than `fewest` cases."""
    counted = within(complaints, period)
    return tuple(_table(key, counted, fewest) for key in TABLES)


def within(complaints: Iterable[ComplaintFacts], period: Period) -> list[ComplaintFacts]:
    """Return those that came or ended in the period, marked with which."""
    marked = (
        replace(
            one,
            came=period.from_on <= one.received_on < period.until_on,
            ended=one.ended_on is not None and period.from_on <= one.ended_on < period.until_on,
        )
        for one in complaints
    )
    return [one for one in marked if one.came or one.ended]


def behind(
    complaints: Iterable[ComplaintFacts],
    period: Period,
    *,
    table: str,
    row: str,
    measure: str,
    measures: Measures = MEASURES,
) -> list[ComplaintFacts]:
    """Return the cases behind one number; `measures` are those of the report it stands in."""
    rows = rows_of(table, within(complaints, period)).get(row, [])
    of_table = measures[table.partition("_by_")[0]]
    return next((one.behind(rows) for one in of_table if one.key == measure), [])


def _table(key: str, complaints: Sequence[ComplaintFacts], fewest: int) -> Table:
    measures = MEASURES[key.partition("_by_")[0]]
    found = rows_of(key, complaints)
    return Table(
        key=key,
        measures=tuple(one.key for one in measures),
        rows=tuple(
            Row(
                key=row,
                figures={one.key: one.figure(found[row], fewest=fewest) for one in measures},
            )
            for row in sorted(found)
        ),
    )


def rows_of(key: str, complaints: Iterable[ComplaintFacts]) -> dict[str, list[ComplaintFacts]]:
    """Return the cases in each row of a table, such as "appeals_by_line"."""
    about, _, what = key.partition("_by_")
    rows: dict[str, list[ComplaintFacts]] = defaultdict(list)
    for one in complaints:
        if one.about == about:
            rows[_BY[what](one)].append(one)
    return dict(rows)
