"""A receipt in words: what the answer is, for whom, and what is still to be verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.channels.ui.addresses import address_of
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.roster.eligibility.models import EligibilityReceipt

_OUTCOMES = {
    "eligible": StatusTag("Eligible", StatusTone.GOOD),
    "not_eligible": StatusTag("Not eligible", StatusTone.STOP),
    "wrong_ipa": StatusTag("Eligible with another IPA", StatusTone.WAITING),
    "not_found": StatusTag("Not found", StatusTone.QUIET),
    "more_than_one": StatusTag("More than one person fits", StatusTone.WAITING),
}
_VERIFY = {
    "coverage_can_change_before_service": "Coverage can change: check again on the day of service.",
    "practitioner_in_network": "Is the doctor who will give the care in the patient's network?",
    "authorization_needed": "Does the service need an authorization?",
    "not_a_promise_to_pay": "This receipt does not guarantee payment.",
    "member_card": "Compare with the patient's card.",
    "other_coverage": "Ask the patient about other coverage.",
    "ask_the_health_plan": "Call the health plan if the patient says they are covered.",
    "ask_the_named_ipa": "Send the request to the IPA named above.",
    "spelling_and_birth_date": "Check the spelling of the name and the birth date.",
    "member_number": "Add one more fact: the member number, or the given name.",
}
_ASKED = (
    ("number", "Member number"),
    ("family_name", "Family name"),
    ("given_name", "Given name"),
    ("birth_date", "Birth date"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """`lead` answers in one sentence; `request_href` offers the request form with this patient."""

    number: str
    tag: StatusTag
    lead: str
    facts: tuple[Fact, ...]
    asked: tuple[Fact, ...]
    verify: tuple[str, ...]
    here: str
    request_href: str
    need_href: str
    try_again: bool


def receipt_page(receipt: EligibilityReceipt, zone: ZoneInfo) -> ReceiptPage:
    """Present a receipt as it was given; nothing is looked up again."""
    answer: Mapping[str, Any] = receipt.answer
    may_request = receipt.outcome in {"eligible", "wrong_ipa"}
    with_receipt = f"?receipt={receipt.number}"
    return ReceiptPage(
        number=receipt.number,
        tag=_OUTCOMES[receipt.outcome],
        lead=_lead(answer, receipt.for_date),
        facts=(*_person(answer), *_coverage(answer)),
        asked=(
            Fact(label="Date of service", value=staff_date(receipt.for_date)),
            *_question(receipt.question),
            Fact(label="Checked", value=staff_time(receipt.asked_at, zone)),
            Fact(label="Checked by", value=receipt.asked_by_name),
        ),
        verify=tuple(_VERIFY[key] for key in answer.get("verify", ())),
        here=address_of("practice:receipt", receipt.number),
        request_href=_page("practice:request_new") + with_receipt if may_request else "",
        need_href=_page("practice:need") + with_receipt if may_request else "",
        try_again=receipt.outcome in {"not_found", "more_than_one"},
    )


@cache
def _page(name: str) -> str:
    return reverse(name)


def _lead(answer: Mapping[str, Any], for_date: date) -> str:
    on, coverage = staff_date(for_date), answer.get("coverage") or {}
    match answer["outcome"]:
        case "eligible":
            return f"Covered on {on} by {coverage['plan_name']} through {coverage['ipa_name']}."
        case "wrong_ipa":
            return f"Covered on {on}, but through {coverage['ipa_name']}."
        case "not_eligible":
            return _not_covered(answer, on)
        case "more_than_one":
            return "Two or more people fit what you typed. Add one more fact to find the right one."
        case _:
            return "Nobody here fits what you typed."


def _not_covered(answer: Mapping[str, Any], on: str) -> str:
    if answer.get("deceased"):
        return f"Not covered on {on}: our record says that this person has died."
    last_day = (answer.get("coverage") or {}).get("last_day")
    if last_day:
        return f"Not covered on {on}: coverage ended on {_day(last_day)}."
    if answer.get("next_from_on"):
        return f"Not covered on {on}: coverage starts on {_day(answer['next_from_on'])}."
    return f"We know of no coverage on {on}."


def _person(answer: Mapping[str, Any]) -> tuple[Fact, ...]:
    member = answer.get("member")
    if not member:
        return ()
    return (
        Fact(label="Patient", value=f"{member['given_name']} {member['family_name']}"),
        Fact(label="Birth date", value=_day(member["birth_date"])),
    )


def _coverage(answer: Mapping[str, Any]) -> tuple[Fact, ...]:
    coverage = answer.get("coverage")
    if not coverage:
        return ()
    last_day = coverage["last_day"]
    found = [
        Fact(label="Health plan", value=coverage["plan_name"]),
        Fact(label="IPA", value=coverage["ipa_name"]),
        Fact(label="Member number", value=coverage["member_number"]),
        Fact(label="Primary care doctor", value=coverage["pcp_name"] or "None on record"),
        Fact(
            label="Covered from",
            value=_day(coverage["from_on"]),
            below=f"last day {_day(last_day)}" if last_day else "no end known",
        ),
    ]
    found.extend(
        Fact(label="Also covered by", value=other["plan_name"], below="It pays second")
        for other in answer.get("also_covered_by", ())
    )
    if answer.get("next_from_on"):
        found.append(Fact(label="Covered again from", value=_day(answer["next_from_on"])))
    return tuple(found)


def _question(question: Mapping[str, str]) -> tuple[Fact, ...]:
    return tuple(
        Fact(label=label, value=_day(said) if key == "birth_date" else said)
        for key, label in _ASKED
        if (said := question.get(key))
    )


def _day(iso: str) -> str:
    return staff_date(date.fromisoformat(iso))
