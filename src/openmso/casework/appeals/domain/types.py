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
    PAYMENT = "payment"
    WITHOUT_A_RULE = "without_a_rule"


class FiledBy(StrEnum):
    """Who asks. The values are the rulebook's. A provider without a contract asks for payment."""

    MEMBER = "member"
    REPRESENTATIVE = "representative"
    TREATING_PHYSICIAN = "treating_physician"
    NONCONTRACT_PROVIDER = "noncontract_provider"


ABOUT_CARE = tuple(one for one in FiledBy if one is not FiledBy.NONCONTRACT_PROVIDER)
"""Who may ask for care that was refused."""


class Authority(StrEnum):
    """Whether who files may speak for the member."""

    NOT_NEEDED = "not_needed"
    SHOWN = "shown"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What an appeal is called, who may file it, and who of them without a paper."""

    type: AppealType
    filed_by: frozenset[FiledBy]
    without_paper: frozenset[FiledBy]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of business in the table."""

    care: Kind
    drug: AppealType
    payment: Kind
    source: str


_MEMBER_ONLY = frozenset({FiledBy.MEMBER})
_NO_ROW = {
    False: Kind(
        type=AppealType.WITHOUT_A_RULE,
        filed_by=frozenset(ABOUT_CARE),
        without_paper=_MEMBER_ONLY,
    ),
    True: Kind(
        type=AppealType.WITHOUT_A_RULE,
        filed_by=frozenset({FiledBy.MEMBER, FiledBy.REPRESENTATIVE}),
        without_paper=_MEMBER_ONLY,
    ),
}


def type_of(line_of_business: str, *, is_drug: bool, about_payment: bool = False) -> AppealType:
    """Return what an appeal is called here."""
    row = _lines().get(line_of_business)
    if row is not None and is_drug and not about_payment:
        return row.drug
    return _kind_of(line_of_business, about_payment=about_payment).type


def may_file(line_of_business: str, filed_by: FiledBy, *, about_payment: bool) -> bool:
    """Tell whether the law lets this kind of person ask here at all."""
    return filed_by in _kind_of(line_of_business, about_payment=about_payment).filed_by


def authority_of(
    line_of_business: str, filed_by: FiledBy, *, shown: bool, about_payment: bool = False
) -> Authority:
    """Return whether a paper is needed, and here. Without a row only the member needs none."""
    kind = _kind_of(line_of_business, about_payment=about_payment)
    if filed_by in kind.without_paper:
        return Authority.NOT_NEEDED
    return Authority.SHOWN if shown else Authority.PENDING


def _kind_of(line_of_business: str, *, about_payment: bool) -> Kind:
    row = _lines().get(line_of_business)
    if row is None:
        return _NO_ROW[about_payment]
    return row.payment if about_payment else row.care


@cache
def extensions_not_taken() -> dict[str, str]:
    """Return why an extension is not taken here, by the rule that mentions it."""
    written: dict[str, str] = _read()["extensions_not_taken"]
    return written


@cache
def _lines() -> dict[str, LineRow]:
    return {line: _row(row) for line, row in _read()["lines"].items()}


def _row(written: dict[str, Any]) -> LineRow:
    care = _kind({"filed_by": ABOUT_CARE, **written})
    return LineRow(
        care=care,
        drug=AppealType(written["drug"]) if "drug" in written else care.type,
        payment=_kind(written["payment"]),
        source=written["source"],
    )


def _kind(written: dict[str, Any]) -> Kind:
    return Kind(
        type=AppealType(written["type"]),
        filed_by=frozenset(FiledBy(one) for one in written["filed_by"]),
        without_paper=frozenset(FiledBy(one) for one in written["without_paper"]),
    )


def _read() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return content
