"""What the authorization list says about one service on one day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class ListAnswer(StrEnum):
    """The three answers of the list; `NOT_LISTED` must go to a person."""

    REQUIRED = "required"
    NOT_REQUIRED = "not_required"
    PLAN_DECIDES = "plan_decides"
    NOT_LISTED = "not_listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the list that holds on the day asked about."""

    id: UUID
    for_one_plan: bool
    for_any_code: bool
    answer: str
    from_on: date
    until_on: date | None
    source: str
    review_specialties: tuple[str, ...]
    criteria_key: str
    auto_approve: bool
    auto_approve_rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationAnswer:
    """The answer, the row it comes from and everything that follows from it."""

    code: str
    on: date
    answer: ListAnswer
    entry_id: UUID | None = None
    source: str = ""
    from_on: date | None = None
    until_on: date | None = None
    review_specialties: tuple[str, ...] = ()
    criteria_key: str = ""
    auto_approve: bool = False
    auto_approve_rule: str = ""
    by_default_row: bool = field(default=False)


def answer_from(entries: Iterable[Entry], *, code: str, on: date) -> AuthorizationAnswer:
    """Choose the row that governs: the service's own before "any service", a plan's own before its
    line of business's, the newer before the older."""
    best = max(
        entries,
        key=lambda entry: (not entry.for_any_code, entry.for_one_plan, entry.from_on),
        default=None,
    )
    if best is None:
        return AuthorizationAnswer(code=code, on=on, answer=ListAnswer.NOT_LISTED)
    return AuthorizationAnswer(
        code=code,
        on=on,
        answer=ListAnswer(best.answer),
        entry_id=best.id,
        source=best.source,
        from_on=best.from_on,
        until_on=best.until_on,
        review_specialties=best.review_specialties,
        criteria_key=best.criteria_key,
        auto_approve=best.auto_approve,
        auto_approve_rule=best.auto_approve_rule,
        by_default_row=best.for_any_code,
    )
