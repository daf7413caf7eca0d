"""The patient of a request: found by an eligibility check of this practice, shown from its receipt.

There is one way to find a patient, and it leaves a numbered receipt each time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.models import EligibilityReceipt
from openmso.roster.eligibility.queries import coverage_on, receipt_numbered
from openmso.roster.members.domain.search import MemberSearch

from .forms import RequestForm

_NOT_FOUND = (
    "Nobody here fits the name and birth date, or the member number. Check the spelling and the "
    "card."
)
_SEVERAL = "Two or more people fit. Add the member number, or the given name."


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Who the request is for. Days are inclusive, as on the receipt; `last_day` None: open."""

    member_id: UUID
    receipt: str
    name: str
    birth_date: str
    covered_by: str
    from_on: date | None
    last_day: date | None

    def covered_by_receipt(self, day: date) -> bool:
        return (
            self.from_on is not None
            and self.from_on <= day
            and (self.last_day is None or day <= self.last_day)
        )


def patient_of_receipt(number: str, *, viewer: Actor) -> Patient | None:
    """Return the patient of a receipt of this practice; None when it names nobody. One query."""
    try:
        return _patient(receipt_numbered(viewer, number))
    except EligibilityReceipt.DoesNotExist:
        return None


def find_patient(form: RequestForm, *, today: date, by: Actor, at: datetime) -> Patient | None:
    """Return who is meant: by the form's receipt, else by checking what was typed.

    Puts a sentence beside the field that is wrong and returns None when nobody can be named.
    """
    said = form.cleaned_data
    number = said.get("receipt") or ""
    if number and (patient := patient_of_receipt(number, viewer=by)):
        return patient
    if not form.find_by_number_or_name(today):
        return None
    receipt = check_eligibility(
        EligibilityQuestion(
            search=MemberSearch(
                number=said.get("member_number") or "",
                family_name=said.get("family_name") or "",
                given_name=said.get("given_name") or "",
                birth_date=said.get("birth_date"),
            ),
            for_date=said.get("service_from_on") or today,
        ),
        by=by,
        at=at,
    )
    place = "member_number" if said.get("member_number") else "family_name"
    if receipt.outcome == EligibilityReceipt.Outcome.NOT_FOUND:
        form.add_error(place, _NOT_FOUND)
    elif receipt.outcome == EligibilityReceipt.Outcome.MORE_THAN_ONE:
        form.add_error(place, _SEVERAL)
    return _patient(receipt)


def why_not_covered(patient: Patient, day: date, *, viewer: Actor) -> str:
    """Return a sentence when we know of no coverage on `day`; empty when there is one."""
    if patient.covered_by_receipt(day):
        return ""
    if coverage_on(viewer.tenant_id, patient.member_id, day) is not None:
        return ""
    if patient.last_day is not None and patient.last_day < day:
        return (
            f"The patient’s coverage ended on {staff_date(patient.last_day)}. Check the day of "
            "service, and ask the patient for a new card."
        )
    return "We know of no coverage on this day. Check the day of service and the patient’s card."


def _patient(receipt: EligibilityReceipt) -> Patient | None:
    member, coverage = receipt.answer.get("member"), receipt.answer.get("coverage") or {}
    if receipt.member_id is None or not member:
        return None
    last_day = coverage.get("last_day")
    return Patient(
        member_id=receipt.member_id,
        receipt=receipt.number,
        name=f"{member['given_name']} {member['family_name']}",
        birth_date=staff_date(date.fromisoformat(member["birth_date"])),
        covered_by=", ".join(
            name for name in (coverage.get("plan_name"), coverage.get("ipa_name")) if name
        ),
        from_on=date.fromisoformat(coverage["from_on"]) if coverage else None,
        last_day=date.fromisoformat(last_day) if last_day else None,
    )
