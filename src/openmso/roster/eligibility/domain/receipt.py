"""What stands on a numbered receipt, as plain JSON values.

A receipt says what we knew and what is still to be verified: it is no promise to pay.
"""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from .answer import EligibilityAnswer, KnownCoverage, KnownMember, Outcome

# Without signs that are mistaken for others when read aloud or from a fax: 0 1 I L O U.
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS_NEEDED = 8

VERIFY = {
    Outcome.ELIGIBLE: (
        "coverage_can_change_before_service",
        "practitioner_in_network",
        "authorization_needed",
        "not_a_promise_to_pay",
    ),
    Outcome.NOT_ELIGIBLE: ("member_card", "other_coverage", "ask_the_health_plan"),
    Outcome.WRONG_IPA: ("ask_the_named_ipa", "member_card"),
    Outcome.NOT_FOUND: ("spelling_and_birth_date", "member_card", "ask_the_health_plan"),
    Outcome.MORE_THAN_ONE: ("member_number", "member_card"),
}
"""What the person must still check, by outcome: keys of sentences that the pages show."""


def receipt_number(asked_on: date, chosen: Sequence[int]) -> str:
    """Return e.g. "E-261122-7K3M-9QXT". `asked_on` is the office's day; `chosen` are eight places
    in SIGNS, drawn at random."""
    signs = "".join(SIGNS[place] for place in chosen)
    return f"E-{asked_on:%y%m%d}-{signs[:4]}-{signs[4:]}"


def receipt_text(answer: EligibilityAnswer, *, for_date: date) -> dict[str, Any]:
    """Return the answer as it is kept with the receipt; days are ISO texts.

    `last_day` is the last day of coverage, inclusive, as people are shown it.
    """
    text: dict[str, Any] = {
        "outcome": answer.outcome.value,
        "for_date": for_date.isoformat(),
        "verify": list(VERIFY[answer.outcome]),
    }
    if answer.member is not None:
        text["member"] = _person(answer.member)
    if answer.coverage is not None:
        text["coverage"] = _coverage(answer.coverage)
    if answer.also_covered_by:
        text["also_covered_by"] = [_coverage(span) for span in answer.also_covered_by]
    if answer.next_from_on is not None:
        text["next_from_on"] = answer.next_from_on.isoformat()
    if answer.deceased:
        text["deceased"] = True
    if answer.candidates:
        text["candidates"] = [_person(member) for member in answer.candidates]
    return text


_SHOWN = [field.name for field in fields(KnownCoverage) if field.name != "pays_before"]


def _person(member: KnownMember) -> dict[str, Any]:
    return {
        "member_id": str(member.member_id),
        "number_in_office": member.number_in_office,
        "given_name": member.given_name,
        "family_name": member.family_name,
        "birth_date": member.birth_date.isoformat(),
    }


def _coverage(span: KnownCoverage) -> dict[str, Any]:
    text = {name: _plain(getattr(span, name)) for name in _SHOWN}
    text["last_day"] = (
        (span.until_on - timedelta(days=1)).isoformat() if span.until_on is not None else None
    )
    return text


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | None) else str(value)
