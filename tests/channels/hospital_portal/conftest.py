"""A browser on a phone at a hospital, and the mail with the code."""

import re
from datetime import datetime

import pytest
from django.core import mail
from django.test import Client

from factories.inpatient import ASKED_AT, make_hospital
from factories.prior_auth import World, make_world
from openmso.casework.inpatient.post_stabilization.jobs import send_hospital_code
from openmso.casework.inpatient.post_stabilization.models import HospitalCode
from openmso.office import clock
from openmso.roster.providers.models import Hospital


class Night:
    """The clock of the house, and one hospital's phone."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.world = world
        self.hospital: Hospital = make_hospital(world.tenant)
        self.phone = Client()
        self._patch = monkeypatch
        self.at = ASKED_AT

    @property
    def at(self) -> datetime:
        return self._at

    @at.setter
    def at(self, moment: datetime) -> None:
        self._at = moment
        self._patch.setattr(clock, "now", lambda: moment)

    def code_mailed(self) -> str:
        """Let the post room mail the newest code, and read it."""
        newest = HospitalCode.objects.order_by("-ordered_at").first()
        assert newest is not None
        send_hospital_code(str(newest.tenant_id), str(newest.id))
        found = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
        assert found
        return found[1]

    def come_in(self, phone: Client | None = None) -> Client:
        """Give the number, read the code, type it."""
        browser = phone or self.phone
        browser.post("/hospital/", {"number": self.hospital.number})
        answer = browser.post("/hospital/code/", {"code": self.code_mailed()})
        assert answer.headers["Location"] == "/hospital/ask/"
        return browser


@pytest.fixture
def night(db: None, monkeypatch: pytest.MonkeyPatch) -> Night:
    return Night(make_world(), monkeypatch)


FORM = {
    "client_key": "0123456789abcdef-first",
    "caller": "Marco Reyes, case manager",
    "call_back": "213-555-0172",
    "patient_name": "Alma Quintero",
    "birth_date_month": "3",
    "birth_date_day": "14",
    "birth_date_year": "1958",
    "plan_number": "",
    "stabilized_on": "11/20/2026",
    "stabilized_time": "1:50 AM",
    "stabilized_by": "Dr. Lena Ortiz",
    "purpose": "maintain",
    "care": "Monitored bed after chest pain",
}
