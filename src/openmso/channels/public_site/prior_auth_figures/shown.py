"""A frozen edition as people read it, in the language of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from openmso.oversight.reports.definitions import Definition, definition, said
from openmso.oversight.reports.domain import public_metrics
from openmso.oversight.reports.domain.document import Document, Row
from openmso.oversight.reports.domain.figures import Figure, Why
from openmso.oversight.reports.models import ReportRun

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
class ShownPlan:
    uid: str
    name: str
    measures: Sequence[ShownMeasure]
    services: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdition:
    """One edition in the list of all. `number` 0: the figures of a year that is not over."""

    year: int
    number: int
    known_on: date
    sha256: str
    asked: str
    current: bool


def shown_plans(run: ReportRun, document: Document, language: str) -> list[ShownPlan]:
    """Return the plans of an edition, by name."""
    words = definition(run.report)
    table = document.table(public_metrics.TABLE)
    names = run.names.get("plan", {})
    rows = table.rows if table else ()
    return [
        ShownPlan(
            uid=f"plan-{row.key}",
            name=names.get(row.key, row.key),
            measures=_measures(row, words, language),
            services=_services(document, row.key),
        )
        for row in sorted(rows, key=lambda row: names.get(row.key, row.key).casefold())
    ]


def _measures(row: Row, words: Definition, language: str) -> list[ShownMeasure]:
    return [
        ShownMeasure(
            label=said(words.measures[key].label, language),
            counts=said(words.measures[key].counts, language),
            out_of=said(words.measures[key].out_of, language),
            value=_value(row.figures[key], words.measures[key].unit),
            sample=f"{row.figures[key].sample:,}" if row.figures[key].sample else "",
            range=_range(row.figures[key]),
        )
        for key in words.measures
    ]


def _services(document: Document, plan: str) -> list[tuple[str, str]]:
    rows = document.lists.get(public_metrics.SERVICES, ())
    return [(code, description) for key, code, description in rows if key == plan]


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
