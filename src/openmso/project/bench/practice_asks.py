"""What a practice asks: a new request, an eligibility check, a code, how a request stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_urlsafe

from django.urls import reverse

from openmso.channels.provider_portal.request_authorization.questions import QuestionsFor
from openmso.office.access.models import Account
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.members.domain.search import MemberSearch

from .browser import Browser, signed_in
from .lean_http import Answer
from .load import went_on
from .sample_office import Patient, ReviewedCode, SampleOffice

_PATIENTS_USED = 400
_DIAGNOSES = ("M54.50", "M25.561", "I10", "E11.9")
_SEARCHES = ("wheel", "mri", "E09", "insulin", "walker", "oxygen", "knee", "ambul", "J92", "pump")
_SUMMARY = "Pain for three months. Six weeks of therapy did not help. The exam shows weakness. " * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A patient with the practice's signed-in browser and the receipt of today's check."""

    patient: Patient
    browser: Browser
    receipt: str


def visits(office: SampleOffice, *, at: datetime) -> tuple[Visit, ...]:
    """Sign the practices in and let each check the eligibility of its patients, as they would."""
    browsers = {place: signed_in(account) for place, account in office.practices.items()}
    return tuple(
        Visit(
            patient=patient,
            browser=browsers[patient.practice_id],
            receipt=_receipt(patient, office.practices[patient.practice_id], at),
        )
        for patient in office.patients[:_PATIENTS_USED]
    )


def _receipt(patient: Patient, account: Account, at: datetime) -> str:
    question = EligibilityQuestion(
        search=MemberSearch(number=patient.member_number), for_date=at.date()
    )
    return check_eligibility(question, by=account.as_actor(), at=at).number


def _turn(all_: Sequence[Visit], client: int, n: int) -> Visit:
    # Every client walks its own way through the patients, so that no two ask for one at a time.
    return all_[(client * 37 + n) % len(all_)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeAsks:
    """Requests as ready bytes, for any client's n-th turn. `on` is the office's today."""

    visits: tuple[Visit, ...]
    codes: tuple[ReviewedCode, ...]
    on: date

    def create(self, client: int, n: int) -> bytes:
        """The request form, complete, for a patient found before: accepted with a redirect."""
        visit = _turn(self.visits, client, n)
        return self.create_for(visit, self.codes[(client + n) % len(self.codes)], n)

    def create_for(self, visit: Visit, service: ReviewedCode, n: int) -> bytes:
        form = {
            "client_key": token_urlsafe(18),
            "receipt": visit.receipt,
            "practitioner": str(visit.patient.practitioner_id),
            "code": service.code,
            "quantity": "1",
            "service_from_on": f"{self.on:%m/%d/%Y}",
            "diagnosis_1": _DIAGNOSES[n % len(_DIAGNOSES)],
            "urgency": "standard",
            "clinical_summary": _SUMMARY,
            "questions_for": self._questions_for(service),
            "point_1": "met",
            "point_2": "no_information",
        }
        return visit.browser.post(reverse("practice:request_new"), form)

    def _questions_for(self, service: ReviewedCode) -> str:
        """What the page sends back with the answers: the questions it has shown."""
        return str(
            QuestionsFor(
                edition=str(service.edition_id), code=service.code, day=self.on.isoformat()
            )
        )

    def eligibility(self, client: int, n: int) -> bytes:
        """A check by number, or every third time by name and birth date."""
        visit = _turn(self.visits, client, n)
        patient = visit.patient
        form = {"for_date": f"{self.on:%m/%d/%Y}"}
        if n % 3:
            form["number"] = patient.member_number
        else:
            form |= {
                "family_name": patient.family_name,
                "given_name": patient.given_name,
                "birth_date": f"{patient.birth_date:%m/%d/%Y}",
            }
        return visit.browser.post(reverse("practice:eligibility"), form)

    def code_search(self, client: int, n: int) -> bytes:
        words = _SEARCHES[(client + n) % len(_SEARCHES)]
        visit = _turn(self.visits, client, n)
        return visit.browser.get(f"{reverse('practice:codes')}?q={words}")


def was_received(answer: Answer) -> bool:
    """Tell whether the request has a page of its own now."""
    return went_on(answer) and answer.location.endswith("/sent/")


def was_found(answer: Answer) -> bool:
    """Tell whether a receipt came that says who covers the patient, or that two people fit: among
    invented people there are namesakes born on one day."""
    found = b"Covered on" in answer.body or b"More than one person fits" in answer.body
    return answer.status == 200 and found
