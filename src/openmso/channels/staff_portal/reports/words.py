"""Figures of a report in words, and the addresses behind them."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from openmso.oversight.reports.domain import bed_days, under_utilization
from openmso.oversight.reports.domain.figures import Figure, Why

_UNITS = {"percent": " %", "hours": " h"}
_WHY = {Why.NOTHING: "none", Why.TOO_FEW: "too few"}
_CASES = {
    bed_days.KEY: {"stays", "bed_days"},
    under_utilization.KEY: {"actual", "ratio"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """`words` is the number, `below` what it stands on; `href` leads to its cases."""

    words: str
    below: str = ""
    href: str = ""


def shown_figure(figure: Figure, unit: str, *, href: str = "") -> ShownFigure:
    """Put one number into words; what counts no case leads to none."""
    leads = bool(figure.value) or (figure.why == Why.TOO_FEW and figure.count != 0)
    if figure.value is None:
        words, below = _WHY[Why(figure.why)], _sample(figure)
    else:
        words = f"{written(figure.value)}{_UNITS.get(unit, '')}"
        below = ", ".join(part for part in (_sample(figure), _chance(figure)) if part)
    return ShownFigure(words=words, below=below, href=href if leads else "")


def written(value: int | Decimal) -> str:
    """Return a number with commas: "12,400", "7.50"."""
    return f"{value:,}"


def opens(report: str, measure: str) -> bool:
    """Tell whether a number of this measure counts cases that can be opened."""
    known = _CASES.get(report)
    return measure in known if known is not None else True


def cases_href(run_id: UUID, table: str, row: str, measure: str) -> str:
    """Return the address of the cases behind a number."""
    asked = urlencode({"table": table, "row": row, "measure": measure})
    return f"{reverse('staff:report_cases', kwargs={'run_id': run_id})}?{asked}"


def review_href(run_id: UUID, table: str, row: str) -> str:
    """Return the address at which a review note is written."""
    asked = urlencode({"table": table, "row": row})
    return f"{reverse('staff:report_review', kwargs={'run_id': run_id})}?{asked}"


def _sample(figure: Figure) -> str:
    if figure.sample is None:
        return ""
    count = "" if figure.count is None else f"{figure.count:,} "
    return f"{count}of {figure.sample:,}"


def _chance(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"by chance {written(figure.low)} to {written(figure.high)}"
