"""What hospitals ask at night: the form, sending it, and looking how the request stands."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from secrets import token_urlsafe
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from openmso.casework.inpatient.post_stabilization.actions.ask import ask
from openmso.casework.inpatient.post_stabilization.domain.request import (
    CareAsTold,
    Channel,
    HospitalRequest,
    PatientAsTold,
    Purpose,
)
from openmso.channels.hospital_portal.visit import begin
from openmso.office.access.actor import Actor
from openmso.roster.providers.actions.add_hospital import NewHospital, add_hospital

from .browser import Browser, in_session
from .lean_http import Answer
from .load import went_on
from .sample_office import Patient, SampleOffice

_PHONES = 8
_WAITING_OF_EACH = 25
_CARE = "Monitored bed after chest pain. The rhythm is steady; the next marker is due at six."
_STABLE_BEFORE = timedelta(minutes=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A hospital's open page, and the receipts of what it asked before."""

    browser: Browser
    receipts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalAsks:
    """Requests as ready bytes, for any client's n-th turn. `stable_at` is in the office's zone."""

    phones: tuple[Phone, ...]
    patients: tuple[Patient, ...]
    stable_at: datetime

    def form(self, client: int, n: int) -> bytes:
        """The empty form, with what the hospital asked lately."""
        del n
        return self._phone(client).browser.get(reverse("hospital:ask"))

    def send(self, client: int, n: int) -> bytes:
        """The form, complete, about a patient whom number and birth date identify."""
        patient = self.patients[(client * 37 + n) % len(self.patients)]
        born = patient.birth_date
        form = {
            "client_key": token_urlsafe(18),
            "caller": "Marco Reyes, case manager",
            "call_back": "213-555-0172",
            "patient_name": f"{patient.given_name} {patient.family_name}",
            "birth_date_month": str(born.month),
            "birth_date_day": str(born.day),
            "birth_date_year": str(born.year),
            "plan_number": patient.member_number,
            "stabilized_on": f"{self.stable_at:%m/%d/%Y}",
            "stabilized_time": f"{self.stable_at:%I:%M %p}",
            "stabilized_by": "Dr. Lena Ortiz",
            "purpose": Purpose.MAINTAIN.value,
            "care": _CARE,
        }
        return self._phone(client).browser.post(reverse("hospital:ask"), form)

    def status(self, client: int, n: int) -> bytes:
        """How one of the hospital's requests stands, with its running clock."""
        phone = self._phone(client)
        receipt = phone.receipts[n % len(phone.receipts)]
        return phone.browser.get(reverse("hospital:status", kwargs={"receipt": receipt}))

    def _phone(self, client: int) -> Phone:
        return self.phones[client % len(self.phones)]


def hospital_asks(office: SampleOffice, *, at: datetime) -> HospitalAsks:
    """Write hospitals that wait for answers and open their pages, as by a one-time code."""
    by = Actor.system("Load generator", office.tenant.id)
    zone = ZoneInfo(office.tenant.time_zone)
    return HospitalAsks(
        phones=tuple(_phone(office, number, by=by, at=at) for number in range(_PHONES)),
        patients=office.patients,
        stable_at=(at - _STABLE_BEFORE).astimezone(zone),
    )


def was_asked(answer: Answer) -> bool:
    """Tell whether a receipt came: the answer leads to the page of one request."""
    return went_on(answer) and "/requests/" in answer.location


def _phone(office: SampleOffice, number: int, *, by: Actor, at: datetime) -> Phone:
    new = NewHospital(
        name=f"Measured Hospital {number + 1}",
        number=f"H{7001 + number}",
        fax=f"213-555-01{10 + number}",  # a request that runs out meanwhile owes it a letter
    )
    hospital = add_hospital(new, by=by, at=at)
    first = number * _WAITING_OF_EACH
    patients = office.patients[first : first + _WAITING_OF_EACH]
    return Phone(
        browser=_page_open_for(hospital.id, office.tenant.id, at=at),
        receipts=tuple(_waiting(one, hospital.id, by=by, at=at) for one in patients),
    )


def _waiting(patient: Patient, hospital_id: UUID, *, by: Actor, at: datetime) -> str:
    told = HospitalRequest(
        client_key=token_urlsafe(18),
        channel=Channel.PAGE,
        asked_at=at,
        caller="Marco Reyes, case manager",
        call_back="+12135550172",
        patient=PatientAsTold(
            name=f"{patient.given_name} {patient.family_name}",
            birth_date=patient.birth_date,
            plan_number=patient.member_number,
        ),
        care=CareAsTold(
            stabilized_at=at - _STABLE_BEFORE,
            stabilized_by="Dr. Lena Ortiz",
            purpose=Purpose.MAINTAIN,
            care=_CARE,
        ),
    )
    return ask(told, hospital=hospital_id, by=by, at=at).number


def _page_open_for(hospital_id: UUID, tenant_id: UUID, *, at: datetime) -> Browser:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    request = HttpRequest()
    request.session = session
    begin(request, tenant_id=tenant_id, hospital_id=hospital_id, at=at)
    session.save()
    return in_session(session.session_key)
