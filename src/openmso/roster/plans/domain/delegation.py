"""Who decides: the IPA this office works for, or the plan itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class DecidedBy(StrEnum):
    """Whose function it is on a day. `NOBODY_SAID` must go to a person."""

    US = "us"
    PLAN = "plan"
    NOBODY_SAID = "nobody_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of a contract; `until_on` is the first day on which it no longer holds."""

    id: UUID
    delegated: bool
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationAnswer:
    """Who decides on the day asked about, and the term that says so."""

    decided_by: DecidedBy
    term: Term | None


def who_decides(terms: Iterable[Term], on: date) -> DelegationAnswer:
    """Tell who decides on `on`. Without a term nobody has said it, and that is no default."""
    for term in terms:
        if term.from_on <= on and (term.until_on is None or on < term.until_on):
            decided_by = DecidedBy.US if term.delegated else DecidedBy.PLAN
            return DelegationAnswer(decided_by=decided_by, term=term)
    return DelegationAnswer(decided_by=DecidedBy.NOBODY_SAID, term=None)
