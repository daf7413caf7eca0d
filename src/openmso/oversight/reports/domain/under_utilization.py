"""Who may be getting too little: authorized care against what everybody else's rate leads one to
expect, by kind of service, for each primary care physician, language and plan.

A row says how many member months it stands on, and how far chance may move it. It is an outlier
only when even the upper end stays below what was expected; with many rows a few do so by chance
alone, and the report says how many of them that would be.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import erfc, sqrt

from .document import Row, Table
from .facts import Group, MemberMonths, Outcome, RequestFacts
from .figures import Figure, against_expected, number
from .period import Period

KEY = "under_utilization"
ALL_SERVICES = "all"
LOOKED_AT = "looked_at"
MEASURES = ("months", "actual", "expected", "ratio")
_YES = frozenset({Outcome.APPROVED, Outcome.PARTLY_APPROVED, Outcome.GRANTED_BY_LAW})
_TENTH = Decimal("0.1")
Dimension = Callable[[Group], str]
DIMENSIONS: Mapping[str, Dimension] = {
    "pcp": lambda group: group.pcp,
    "language": lambda group: group.language,
    "plan": lambda group: group.plan,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchfulness:
    """From how many expected cases on a row is looked at; how sure it must be, in standard
    deviations."""

    fewest_expected: int
    sureness: float

    @property
    def by_chance(self) -> Decimal:
        """The share of rows that stand out below by chance alone."""
        return Decimal(str(erfc(self.sureness / sqrt(2)) / 2))


def tables(
    requests: Iterable[RequestFacts],
    months: MemberMonths,
    period: Period,
    *,
    watch: Watchfulness,
) -> tuple[Table, ...]:
    """Compare every group with all the others, and count how much was looked at."""
    used = authorized(requests, period)
    found = [_table(name, of, used, months, watch) for name, of in DIMENSIONS.items()]
    return (*(table for table, _ in found), _looked_at(found, watch))


def authorized(
    requests: Iterable[RequestFacts], period: Period
) -> list[tuple[Group, str, RequestFacts]]:
    """Return what was authorized in the period, with whose it was and which kind of service."""
    return [
        (Group(one.plan, one.ipa, one.pcp, one.language), one.category, one)
        for one in requests
        if (one.standing.outcome in _YES or one.standing.overturned_at is not None)
        and one.decided_on is not None
        and period.from_on <= one.decided_on < period.until_on
    ]


def behind(
    requests: Iterable[RequestFacts], period: Period, *, table: str, row: str
) -> list[RequestFacts]:
    """Return the cases of one row."""
    who, _, category = row.partition("|")
    of = DIMENSIONS.get(table)
    if of is None:
        return []
    return [
        one
        for group, kind, one in authorized(requests, period)
        if of(group) == who and category in (kind, ALL_SERVICES)
    ]


def _table(
    name: str,
    of: Dimension,
    used: list[tuple[Group, str, RequestFacts]],
    months: MemberMonths,
    watch: Watchfulness,
) -> tuple[Table, int]:
    actual: Counter[tuple[str, str]] = Counter()
    for group, category, _ in used:
        actual[of(group), category] += 1
        actual[of(group), ALL_SERVICES] += 1
    lived: Counter[str] = Counter()
    for group, count in months.items():
        lived[of(group)] += count
    in_all: Counter[str] = Counter()
    for (_, category), count in actual.items():
        in_all[category] += count
    rows, too_few = [], 0
    for who in sorted(lived):
        others = lived.total() - lived[who]
        for category in sorted(in_all):
            # A group is compared with everybody else, so that it cannot hide in its own average.
            rest = in_all[category] - actual[who, category]
            expected = Decimal(rest * lived[who]) / others if others else Decimal(0)
            if expected < watch.fewest_expected:
                too_few += 1
                continue
            rows.append(_row(who, category, lived[who], actual[who, category], expected, watch))
    return Table(key=name, measures=MEASURES, rows=tuple(rows)), too_few


def _row(
    who: str, category: str, months: int, actual: int, expected: Decimal, watch: Watchfulness
) -> Row:
    ratio = against_expected(actual, expected, sureness=watch.sureness)
    return Row(
        key=f"{who}|{category}",
        figures={
            "months": number(months),
            "actual": number(actual),
            "expected": Figure(value=expected.quantize(_TENTH, ROUND_HALF_UP)),
            "ratio": ratio,
        },
        outlier=ratio.high is not None and ratio.high < 1,
    )


def _looked_at(found: Iterable[tuple[Table, int]], watch: Watchfulness) -> Table:
    rows = tuple(
        Row(
            key=table.key,
            figures={
                "rows": number(len(table.rows)),
                "outliers": number(sum(row.outlier for row in table.rows)),
                "by_chance": Figure(
                    value=(len(table.rows) * watch.by_chance).quantize(_TENTH, ROUND_HALF_UP)
                ),
                "too_few": number(too_few),
            },
        )
        for table, too_few in found
    )
    return Table(key=LOOKED_AT, measures=("rows", "outliers", "by_chance", "too_few"), rows=rows)
