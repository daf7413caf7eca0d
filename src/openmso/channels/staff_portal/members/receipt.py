"""A numbered eligibility receipt in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.line_of_business import plan_and_line
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.roster.eligibility.models import EligibilityReceipt

_VERIFY = {
    "coverage_can_change_before_service": "Coverage can change before the day of service.",
    "practitioner_in_network": "Whether the doctor who gives the care is in the network.",
    "authorization_needed": "Whether the service needs an authorization.",
    "not_a_promise_to_pay": "This is no promise to pay.",
    "member_card": "The member's card.",
    "other_coverage": "Whether another plan covers the member.",
    "ask_the_health_plan": "Ask the health plan.",
    "ask_the_named_ipa": "Ask the IPA named here.",
    "spelling_and_birth_date": "The spelling and the birth date.",
    "member_number": "The member number.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    number: str
    outcome: str
    good: bool
    facts: Sequence[Fact]
    verify: Sequence[str]


def receipt_page(receipt: EligibilityReceipt, *, zone: ZoneInfo) -> ReceiptPage:
    """Put a stored receipt into words; it is shown as it was given."""
    answer: Mapping[str, Any] = receipt.answer
    facts = [
        Fact(label="Day of service", value=staff_date(receipt.for_date)),
        Fact(
            label="Asked",
            value=staff_time(receipt.asked_at, zone),
            below=f"by {receipt.asked_by_name}",
        ),
    ]
    if person := answer.get("member"):
        facts.append(
            Fact(
                label="Member",
                value=f"{person['given_name']} {person['family_name']}",
                below=f"Born {_day(person['birth_date'])} · {person['number_in_office']}",
            )
        )
    if span := answer.get("coverage"):
        last = _day(span["last_day"]) if span.get("last_day") else "no end known"
        facts.append(
            Fact(
                label="Coverage",
                value=plan_and_line(span["plan_name"], span["line_of_business"])
                + f", {span['ipa_name']}",
                below=f"{_day(span['from_on'])} to {last} · member number {span['member_number']}",
            )
        )
    if answer.get("next_from_on"):
        facts.append(Fact(label="Starts again", value=_day(answer["next_from_on"])))
    return ReceiptPage(
        number=receipt.number,
        outcome=receipt.get_outcome_display(),
        good=receipt.outcome == EligibilityReceipt.Outcome.ELIGIBLE,
        facts=facts,
        verify=[_VERIFY[key] for key in answer.get("verify", ()) if key in _VERIFY],
    )


def _day(text: str) -> str:
    return staff_date(date.fromisoformat(text))
