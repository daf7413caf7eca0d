"""Bars, drawn on the server as one SVG: no script, no inline style, every bar with its value.

A table with the same numbers stands beside every chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_WIDE, _HIGH, _LABEL, _VALUE = 640, 28, 232, 64
_LONGEST_LABEL = 30
_ROOM = _WIDE - _LABEL - _VALUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one bar shows; `low` and `high` are drawn as a line over it, `marked` in another
    pattern."""

    label: str
    value: Decimal
    words: str
    low: Decimal | None = None
    high: Decimal | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar in the units of the drawing. `low` and `high` are None where there is no interval."""

    label: str
    words: str
    text_y: int
    y: int
    width: str
    value_x: str
    marked: bool
    middle: int = 0
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`line` is where the value of reference stands that `line_words` name, "" for none."""

    uid: str
    title: str
    description: str
    height: int
    bars: Sequence[Bar]
    line: str = ""
    line_words: str = ""
    wide: int = _WIDE
    label: int = _LABEL
    bar_high: int = _HIGH - 8


def bars(
    uid: str,
    title: str,
    rows: Sequence[Measured],
    *,
    reference: Decimal | None = None,
    reference_words: str = "",
) -> Chart | None:
    """Draw one bar a row, in the order given; None where there is nothing to draw."""
    ends = [end for row in rows for end in (row.value, row.high or row.value)]
    most = max([*ends, reference or Decimal(0)], default=Decimal(0))
    if not most:
        return None

    def place(value: Decimal) -> str:
        return f"{_LABEL + _ROOM * value / most:.1f}"

    return Chart(
        uid=uid,
        title=title,
        description="; ".join(f"{row.label}: {row.words}" for row in rows),
        height=_HIGH * len(rows) + 8,
        bars=[
            Bar(
                label=_short(row.label),
                words=row.words,
                text_y=_HIGH * number + 20,
                y=_HIGH * number + 6,
                width=f"{_ROOM * row.value / most:.1f}",
                value_x=f"{float(place(row.high or row.value)) + 6:.1f}",
                marked=row.marked,
                middle=_HIGH * number + 16,
                low=place(row.low) if row.low is not None else "",
                high=place(row.high) if row.high is not None else "",
            )
            for number, row in enumerate(rows)
        ],
        line=place(reference) if reference is not None else "",
        line_words=reference_words,
    )


def _short(label: str) -> str:
    """Leave out the middle of a long label: what tells rows apart often stands at the end."""
    if len(label) <= _LONGEST_LABEL:
        return label
    half = _LONGEST_LABEL // 2
    return f"{label[:half]}…{label[1 - half :]}"
