"""The answer to an eligibility check: for the day of service and the IPA, not for today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID


class Outcome(StrEnum):
    """What a check can come to."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    WRONG_IPA = "wrong_ipa"
    NOT_FOUND = "not_found"
    MORE_THAN_ONE = "more_than_one"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCoverage:
    """One span of coverage as we know it now; `until_on` is the first day without it."""

    span_id: UUID
    plan_id: UUID
    plan_name: str
    line_of_business: str
    pays_before: int
    ipa_id: UUID
    ipa_name: str
    pcp_name: str
    member_number: str
    from_on: date
    until_on: date | None

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMember:
    """A member that fits the question, the coverage that pays first in front."""

    member_id: UUID
    number_in_office: str
    given_name: str
    family_name: str
    birth_date: date
    deceased_on: date | None
    language: str
    coverages: tuple[KnownCoverage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityAnswer:
    """What the receipt says.

    `coverage` is the one that governs the day; with NOT_ELIGIBLE it is the last one that ended
    before it, or None; `next_from_on` is the first day of a later one. With WRONG_IPA it is the
    coverage with the right IPA. `candidates` are the members that fit when there are several.
    """

    outcome: Outcome
    member: KnownMember | None = None
    coverage: KnownCoverage | None = None
    also_covered_by: tuple[KnownCoverage, ...] = ()
    next_from_on: date | None = None
    deceased: bool = False
    candidates: tuple[KnownMember, ...] = ()


def answer(
    members: Sequence[KnownMember], *, for_date: date, ipa_id: UUID | None = None
) -> EligibilityAnswer:
    """Answer for the day of service `for_date`, and for one IPA when `ipa_id` is given."""
    if not members:
        return EligibilityAnswer(outcome=Outcome.NOT_FOUND)
    if len(members) > 1:
        return EligibilityAnswer(outcome=Outcome.MORE_THAN_ONE, candidates=tuple(members))
    member = members[0]
    found = _answer_for(member, for_date, ipa_id)
    return replace(found, member=member)


def _answer_for(member: KnownMember, for_date: date, ipa_id: UUID | None) -> EligibilityAnswer:
    if member.deceased_on is not None and member.deceased_on < for_date:
        return replace(_not_covered(member, for_date), deceased=True)
    covering = [span for span in member.coverages if span.covers(for_date)]
    if not covering:
        return _not_covered(member, for_date)
    right = [span for span in covering if ipa_id in (None, span.ipa_id)]
    if not right:
        return EligibilityAnswer(outcome=Outcome.WRONG_IPA, coverage=covering[0])
    return EligibilityAnswer(
        outcome=Outcome.ELIGIBLE,
        coverage=right[0],
        also_covered_by=tuple(span for span in covering if span is not right[0]),
    )


def _not_covered(member: KnownMember, for_date: date) -> EligibilityAnswer:
    ended = [
        span for span in member.coverages if span.until_on is not None and span.until_on <= for_date
    ]
    later = [span.from_on for span in member.coverages if span.from_on > for_date]
    return EligibilityAnswer(
        outcome=Outcome.NOT_ELIGIBLE,
        coverage=max(ended, key=lambda span: span.until_on or span.from_on, default=None),
        next_from_on=min(later, default=None),
    )
