"""The numbers of an edition as people read them, in the language of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from openmso.oversight.reports.definitions import Definition, said
from openmso.oversight.reports.domain.document import Row, Table
from openmso.oversight.reports.domain.figures import Figure, Why

HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeasure:
    """One number with what it counts. `range` is empty where chance is not counted."""

    label: str
    counts: str
    out_of: str
    value: str
    sample: str
    range: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """The numbers of one plan or kind of plan. `services` are what a plan wants to be asked about
    first, code and description."""

    uid: str
    name: str
    measures: Sequence[ShownMeasure]
    services: Sequence[tuple[str, str]] = ()


def measures_of(table: Table, row: Row, words: Definition, language: str) -> list[ShownMeasure]:
    """Return the numbers of one row, each with its definition."""
    return [
        ShownMeasure(
            label=said(words.measures[key].label, language),
            counts=said(words.measures[key].counts, language),
            out_of=said(words.measures[key].out_of, language),
            value=_value(row.figures[key], words.measures[key].unit),
            sample=f"{row.figures[key].sample:,}" if row.figures[key].sample else "",
            range=_range(row.figures[key]),
        )
        for key in table.measures
    ]


def _value(figure: Figure, unit: str) -> str:
    if figure.value is None:
        return _("none") if figure.why == Why.NOTHING else _("too few to show")
    if unit == "percent":
        return f"{figure.value} %"
    if unit == "hours":
        return _hours(Decimal(figure.value))
    return f"{figure.value:,}"


def _hours(hours: Decimal) -> str:
    if hours < 2 * HOURS_OF_A_DAY:
        return _("%(hours)s hours") % {"hours": hours}
    days = (hours / HOURS_OF_A_DAY).quantize(Decimal("0.1"))
    return _("%(days)s days") % {"days": days}


def _range(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return _("%(low)s to %(high)s") % {"low": figure.low, "high": figure.high}
