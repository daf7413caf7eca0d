"""The words of a grievance: what kind it is, who files it, where it comes from, what it is about.

The tables stand in data/; no line of business is named in code.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.domain.types import Authority

DATA = Path(__file__).parents[1] / "data"


class Kind(StrEnum):
    """`exempt`: solved by the close of the next business day, without a letter."""

    EXEMPT = "exempt"
    STANDARD = "standard"
    EXPEDITED = "expedited"


class FiledBy(StrEnum):
    MEMBER = "member"
    REPRESENTATIVE = "representative"
    PROVIDER = "provider"


class FastGround(StrEnum):
    """Why an answer must be fast."""

    SERIOUS_HARM = "serious_harm"
    OUR_TIME = "our_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """What a line of business asks of grievances."""

    without_paper: frozenset[FiledBy]
    fast_when: frozenset[FastGround]
    regulator_told: bool
    quality_organization: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """What a concern is about, in both languages of the house."""

    key: str
    en: str
    es: str
    clinical: bool = False
    quality: bool = False
    our_time: bool = False
    decision: bool = False


_NOTHING_WRITTEN = LineRow(
    without_paper=frozenset({FiledBy.MEMBER}),
    fast_when=frozenset(),
    regulator_told=False,
    quality_organization=False,
    source="",
)


def line_row(line_of_business: str) -> LineRow:
    """Return the row of a line of business; without one nothing special holds."""
    return _lines().get(line_of_business, _NOTHING_WRITTEN)


def authority_of(line_of_business: str, filed_by: FiledBy, *, shown: bool) -> Authority:
    """Return whether a paper is needed, and here."""
    if filed_by in line_row(line_of_business).without_paper:
        return Authority.NOT_NEEDED
    return Authority.SHOWN if shown else Authority.PENDING


@cache
def solved_at_once_by() -> frozenset[Channel]:
    """Return the ways by which a concern may come that is solved without a letter."""
    return frozenset(Channel(one) for one in read_data("kinds")["solved_at_once_by"])


@cache
def categories() -> dict[str, Category]:
    """Return what concerns are about, by key, in the order to show them."""
    return {key: Category(key=key, **row) for key, row in read_data("categories").items()}


def read_data(name: str) -> dict[str, Any]:
    """Return one of the tables of this folder."""
    content: dict[str, Any] = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


@cache
def _lines() -> dict[str, LineRow]:
    return {line: _row(row) for line, row in read_data("kinds")["lines"].items()}


def _row(written: dict[str, Any]) -> LineRow:
    return LineRow(
        without_paper=frozenset(FiledBy(one) for one in written["without_paper"]),
        fast_when=frozenset(FastGround(one) for one in written["fast_when"]),
        regulator_told=bool(written.get("regulator_told", False)),
        quality_organization=bool(written.get("quality_organization", False)),
        source=written["source"],
    )
