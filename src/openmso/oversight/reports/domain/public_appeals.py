"""The yearly figures on appeals and grievances that everybody may read, by line of business.

There is no row for all lines together, and a split is shown whole or not at all: nobody can take
what is shown from a whole and so learn what is not. Who answered is not among the facts.
"""

from collections.abc import Iterable, Sequence

from . import appeals_and_grievances as monthly
from .appeals_and_grievances import APPEALS, GRIEVANCES, ComplaintFacts
from .document import Row, Table
from .figures import Figure, Why, withheld
from .measures import Kind, Measure
from .period import Period

KEY = "public_appeals"
TABLES = {f"{APPEALS}_by_line": APPEALS, f"{GRIEVANCES}_by_line": GRIEVANCES}

_UPHELD = Measure("upheld", Kind.SHARE, monthly.was_answered, monthly.ended_as("upheld"))
_SHOWN = {
    APPEALS: (
        *("received", "answered", "in_time", "overturned", "overturned_in_part", "upheld"),
        *("without_answer", "sent_on", "mean", "median"),
    ),
    GRIEVANCES: (
        *("received", "answered", "in_time", "solved_at_once"),
        *("without_answer", "became_appeal", "mean", "median"),
    ),
}
# The measures that share out one whole. What they leave of it is a part as well.
SPLITS: dict[str, tuple[tuple[str, ...], ...]] = {
    APPEALS: (
        ("in_time",),
        ("overturned", "overturned_in_part", "upheld"),
        ("without_answer", "sent_on"),
    ),
    GRIEVANCES: (("in_time",), ("solved_at_once",), ("without_answer", "became_appeal")),
}


def _measures(about: str) -> tuple[Measure[ComplaintFacts], ...]:
    known = {one.key: one for one in (*monthly.MEASURES[about], _UPHELD)}
    return tuple(known[key] for key in _SHOWN[about])


MEASURES: monthly.Measures = {about: _measures(about) for about in _SHOWN}


def tables(
    complaints: Iterable[ComplaintFacts], period: Period, *, lines: Iterable[str], fewest: int
) -> tuple[Table, ...]:
    """Count; a line of business without a single case has its row too.

    What stands on fewer than `fewest` cases is left out, and with it the rest of its split.
    """
    counted, known = monthly.within(complaints, period), set(lines)
    return tuple(_table(key, counted, known, fewest) for key in TABLES)


def _table(key: str, complaints: Sequence[ComplaintFacts], lines: set[str], fewest: int) -> Table:
    about, found = TABLES[key], monthly.rows_of(key, complaints)
    return Table(
        key=key,
        measures=_SHOWN[about],
        rows=tuple(
            Row(key=line, figures=_figures(about, found.get(line, []), fewest))
            for line in sorted({*lines, *found})
        ),
    )


def _figures(about: str, complaints: Sequence[ComplaintFacts], fewest: int) -> dict[str, Figure]:
    plain = {one.key: one.figure(complaints, fewest=fewest) for one in MEASURES[about]}
    hidden = {
        key
        for split in SPLITS[about]
        if _holds_a_few([plain[key] for key in split], fewest)
        for key in split
    }
    return {
        key: Figure(value=None, why=Why.TOO_FEW) if key in hidden else withheld(one, fewest=fewest)
        for key, one in plain.items()
    }


def _holds_a_few(parts: Sequence[Figure], fewest: int) -> bool:
    """Tell whether a part of a split, or what the parts leave of the whole, is a few people."""
    counts = [_counted(part) for part in parts]
    whole = parts[0].sample
    rest = whole - sum(counts) if whole is not None else 0
    return any(0 < count < fewest for count in (*counts, rest))


def _counted(part: Figure) -> int:
    return int(part.value or 0) if part.sample is None else part.count or 0
