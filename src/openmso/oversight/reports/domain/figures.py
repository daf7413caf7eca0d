"""Numbers that say what they stand on: never a share without its sample and what chance may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import sqrt
from statistics import median_high, median_low

from openmso.casework.external_review.published_decisions.domain.interval import wilson

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_HOUR = timedelta(hours=1)
_TWO = 2


class Why(StrEnum):
    """Why a figure has no value."""

    NOTHING = "nothing"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number. `value` None: `why` says why not.

    `count` and `sample` are what a share or rate was computed from; `low` and `high` bound what
    chance may have made of it. Shares are percent with one decimal, lengths of time hours.
    """

    value: int | Decimal | None
    count: int | None = None
    sample: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    why: str = ""


def number(count: int) -> Figure:
    """Count something."""
    return Figure(value=count)


def share(count: int, sample: int, *, fewest: int) -> Figure:
    """Return a percentage with its 95 % interval; without a value below `fewest`."""
    if sample < max(fewest, 1):
        return _without(count, sample)
    low, high = wilson(count, sample)
    return Figure(
        value=_rounded(Decimal(100 * count) / sample),
        count=count,
        sample=sample,
        low=_outward(100 * low, ROUND_FLOOR),
        high=_outward(100 * high, ROUND_CEILING),
    )


def mean_hours(spans: Sequence[timedelta], *, fewest: int) -> Figure:
    """Return the mean length in hours; without a value below `fewest`."""
    if len(spans) < max(fewest, 1):
        return _without(None, len(spans))
    total = sum(spans, timedelta())
    return Figure(value=_rounded(_hours(total) / len(spans)), sample=len(spans))


def median_hours(spans: Sequence[timedelta], *, fewest: int) -> Figure:
    """Return the middle length in hours, of two middle ones their mean."""
    if len(spans) < max(fewest, 1):
        return _without(None, len(spans))
    middle = _hours(median_low(spans)) + _hours(median_high(spans))
    return Figure(value=_rounded(middle / _TWO), sample=len(spans))


def per_thousand(count: int, months: int) -> Figure:
    """Return how many come to 1,000 member months; two decimals."""
    if not months:
        return _without(count, 0)
    value = (Decimal(1000 * count) / months).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return Figure(value=value, count=count, sample=months)


def against_expected(actual: int, expected: Decimal, *, sureness: float) -> Figure:
    """Return actual divided by expected, and how far chance may move it.

    Byar's approximation of the Poisson interval (N. E. Breslow, N. E. Day, "Statistical Methods in
    Cancer Research" II, 1987, 69), `sureness` in standard deviations; the expected number is
    taken as known.
    """
    low, high = (Decimal(str(end)) / expected for end in byar(actual, sureness))
    return Figure(
        value=(Decimal(actual) / expected).quantize(_HUNDREDTH, ROUND_HALF_UP),
        count=actual,
        low=low.quantize(_HUNDREDTH, ROUND_FLOOR),
        high=high.quantize(_HUNDREDTH, ROUND_CEILING),
    )


def byar(count: int, sureness: float) -> tuple[float, float]:
    """Return the ends of the interval around a count of rare events. Raises ValueError below 0."""
    if count < 0:
        raise ValueError(f"not a count: {count}")
    low = count * _cube(count, -sureness) if count else 0.0
    return low, (count + 1) * _cube(count + 1, sureness)


def _cube(count: int, sureness: float) -> float:
    root = 1 - 1 / (9 * count) + sureness / (3 * sqrt(count))
    return max(0.0, root) ** 3


def withheld(figure: Figure, *, fewest: int) -> Figure:
    """Take out of a figure for the public what stands on fewer than `fewest` people.

    Nothing to count is no secret; a small count is, and so is what a small sample gives away.
    """
    counted = figure.value if figure.sample is None else figure.sample
    few = isinstance(counted, int) and 0 < counted < fewest
    return Figure(value=None, why=Why.TOO_FEW) if few else figure


def _without(count: int | None, sample: int) -> Figure:
    why = Why.TOO_FEW if sample else Why.NOTHING
    return Figure(value=None, count=count, sample=sample, why=why)


def _hours(span: timedelta) -> Decimal:
    return Decimal(span // timedelta(microseconds=1)) / Decimal(_HOUR // timedelta(microseconds=1))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)


def _outward(value: float, way: str) -> Decimal:
    # Floating point may miss a whole end by a hair; twelve digits are more than anybody reads.
    return Decimal(f"{value:.12f}").quantize(_TENTH, way)
