"""What an appeal is in a line of business, and who may file it without a paper.

The table is data/types.yaml; no line of business is named in code.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "data" / "types.yaml"


class AppealType(StrEnum):
    RECONSIDERATION = "reconsideration"
    PART_B_DRUG = "part_b_drug"
    PLAN_APPEAL = "plan_appeal"
    GRIEVANCE = "grievance"
    WITHOUT_A_RULE = "without_a_rule"


class FiledBy(StrEnum):
    """Who asks. The first three values are the rulebook's."""

    MEMBER = "member"
    REPRESENTATIVE = "representative"
    TREATING_PHYSICIAN = "treating_physician"


class Authority(StrEnum):
    """Whether who files may speak for the member."""

    NOT_NEEDED = "not_needed"
    SHOWN = "shown"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of business in the table."""

    type: AppealType
    drug: AppealType
    without_paper: frozenset[FiledBy]
    source: str


def type_of(line_of_business: str, *, is_drug: bool) -> AppealType:
    """Return what an appeal is called here."""
    row = _lines().get(line_of_business)
    if row is None:
        return AppealType.WITHOUT_A_RULE
    return row.drug if is_drug else row.type


def authority_of(line_of_business: str, filed_by: FiledBy, *, shown: bool) -> Authority:
    """Return whether a paper is needed, and here. Without a row only the member needs none."""
    row = _lines().get(line_of_business)
    free = row.without_paper if row else frozenset({FiledBy.MEMBER})
    if filed_by in free:
        return Authority.NOT_NEEDED
    return Authority.SHOWN if shown else Authority.PENDING


@cache
def extensions_not_taken() -> dict[str, str]:
    """Return why an extension is not taken here, by the rule that mentions it."""
    written: dict[str, str] = _read()["extensions_not_taken"]
    return written


@cache
def _lines() -> dict[str, LineRow]:
    return {line: _row(row) for line, row in _read()["lines"].items()}


def _row(written: dict[str, Any]) -> LineRow:
    usual = AppealType(written["type"])
    return LineRow(
        type=usual,
        drug=AppealType(written["drug"]) if "drug" in written else usual,
        without_paper=frozenset(FiledBy(one) for one in written["without_paper"]),
        source=written["source"],
    )


def _read() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return content
