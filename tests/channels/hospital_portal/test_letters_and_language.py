"""What a hospital takes along from its page, and the language in which it reads."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import translation
from django.utils.html import strip_tags

from channels.hospital_portal.conftest import FORM, Night
from factories.access import signed_in
from factories.inpatient import ASKED_AT, make_hospital, make_night
from factories.stays import make_stay, nurse_of
from openmso.casework.inpatient.admissions.actions.approve_days import DaysYes, approve_days
from openmso.casework.inpatient.post_stabilization.jobs import due_now
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.channels.ui import catalogs
from openmso.office.access.roles import Role
from openmso.office.letters.jobs import render
from openmso.office.letters.models import OrderedLetter
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

FIND = "/hospital/find/"
MOST_BYTES = 50_000


def after_the_hour(night: Night) -> PostStabilization:
    """A request of the hospital's that nobody answered, its letter printed."""
    case = make_night(night.world, hospital=night.hospital)
    night.at = ASKED_AT + timedelta(minutes=61)
    due_now(night.at, night.world.tenant.id)
    render(str(OrderedLetter.objects.get(case_id=case.id).id))
    case.refresh_from_db()
    return case


def text(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


@pytest.mark.requirement("S003-20")
def test_the_hospital_takes_its_letter_along(night: Night) -> None:
    case = after_the_hour(night)
    letter = OrderedLetter.objects.get(case_id=case.id)
    address = f"/hospital/requests/{case.number}/letters/{letter.id}/"
    night.come_in()

    page = night.phone.get(f"/hospital/requests/{case.number}/")
    paper = night.phone.get(address)

    assert f'<a href="{address}">The plan is responsible (PDF)</a>' in page.content.decode()
    assert paper.content.startswith(b"%PDF-")
    assert paper["Content-Disposition"] == f'attachment; filename="letter-{case.number}.pdf"'


def test_the_letter_about_approved_days_too(night: Night) -> None:
    stay = make_stay(night.world, hospital=night.hospital, admitted_at=ASKED_AT)
    yes = DaysYes(last_day=ASKED_AT.date(), why="Rhythm watched.")
    approve_days(stay.id, yes, by=nurse_of(night.world), at=stay.notified_at)
    letter = OrderedLetter.objects.get(case_id=stay.id, kind="stay_days_approved")
    night.come_in()

    before = text(night.phone.get(f"/hospital/admissions/{stay.number}/"))
    render(str(letter.id))
    paper = night.phone.get(f"/hospital/admissions/{stay.number}/letters/{letter.id}/")

    assert "Days approved: being printed" in before
    assert paper.content.startswith(b"%PDF-")


def test_days_later_a_receipt_is_opened_by_its_number(night: Night) -> None:
    case = after_the_hour(night)
    stay = make_stay(night.world, hospital=night.hospital)
    night.at = ASKED_AT + timedelta(days=30)
    night.come_in()

    for number, address in (
        (case.number.lower(), f"/hospital/requests/{case.number}/"),
        (f" {stay.number} ", f"/hospital/admissions/{stay.number}/"),
    ):
        assert night.phone.post(FIND, {"receipt": number}).headers["Location"] == address


def test_another_hospital_s_receipt_and_letter_are_like_none(night: Night) -> None:
    case = after_the_hour(night)
    letter = OrderedLetter.objects.get(case_id=case.id)
    other = make_hospital(night.world.tenant)
    own = make_night(night.world, hospital=other)
    night.hospital = other
    night.come_in()

    theirs = night.phone.post(FIND, {"receipt": case.number})
    nobodys = night.phone.post(FIND, {"receipt": case.number[:-1] + "0"})
    assert theirs.status_code == nobodys.status_code == 422
    assert "Your hospital has no receipt with this number." in text(theirs)
    for receipt in (case.number, own.number):
        for one in (letter.id, uuid4()):
            paper = night.phone.get(f"/hospital/requests/{receipt}/letters/{one}/")
            assert paper.status_code == 404


def test_nobody_without_a_code_gets_a_letter(night: Night) -> None:
    case = after_the_hour(night)
    letter = OrderedLetter.objects.get(case_id=case.id)

    for address in (FIND, f"/hospital/requests/{case.number}/letters/{letter.id}/"):
        assert Client().get(address).headers["Location"] == "/hospital/"


@pytest.mark.requirement("S003-19")
def test_every_page_can_be_read_in_spanish(night: Night) -> None:
    case = after_the_hour(night)
    stay = make_stay(night.world, hospital=night.hospital)
    night.come_in()
    night.phone.post("/language/", {"language": "es", "next": "/hospital/ask/"})
    sheet = finders.find("hospital_portal/night.css")
    assert isinstance(sheet, str)
    wrong = night.phone.post("/hospital/ask/", FORM | {"stabilized_time": "11:00 PM", "care": ""})

    for answer in (
        *(
            night.phone.get(f"/hospital/{part}")
            for part in ("", "ask/", "admissions/new/", "find/")
        ),
        night.phone.get(f"/hospital/requests/{case.number}/"),
        night.phone.get(f"/hospital/admissions/{stay.number}/"),
        wrong,
    ):
        html = answer.content.decode()
        assert '<html lang="es"' in html
        assert answer["Content-Language"] == "es"
        assert not left_in_english(html)
        assert len(answer.content) + Path(sheet).stat().st_size < MOST_BYTES
        assert_ids_resolve(html)
        assert_nothing_inline(html)
    assert "Esta hora todavía no ha llegado." in text(wrong)


def left_in_english(html: str) -> list[str]:
    """Return the texts of the page's catalog that stand in the page as they are in English."""
    own = dict(catalogs.entries_of(catalogs.LOCALE / "es" / "hospital.po"))
    said = f" {' '.join(strip_tags(html).split())} "
    long = (one for one, spanish in own.items() if one != spanish and " " in one and "{" not in one)
    return [one for one in long if f" {one} " in said or f" {one}." in said]


def test_both_sides_still_read_the_same_in_any_language(night: Night) -> None:
    case = after_the_hour(night)
    night.come_in()
    address = f"/hospital/requests/{case.number}/"
    english = night.phone.get(address).content.decode()
    night.phone.post("/language/", {"language": "es", "next": "/hospital/ask/"})
    spanish = night.phone.get(address).content.decode()

    def instants(html: str) -> list[str]:
        return [part.partition('"')[0] for part in html.split('<time datetime="')[1:]]

    assert instants(english) == instants(spanish)
    with translation.override("es"):
        assert "Nadie contestó a tiempo" in spanish


def test_the_desk_reads_it_in_its_own_language_whatever_the_browser_speaks(night: Night) -> None:
    case = after_the_hour(night)
    desk = signed_in(Role.NURSE, night.world.tenant)
    desk.post("/language/", {"language": "es", "next": "/staff/"})

    page = desk.get(f"/staff/post-stabilization/{case.id}/").content.decode()

    assert "Nobody answered in time: the plan is responsible from this minute" in page
    assert f'href="/staff/letters/{OrderedLetter.objects.get(case_id=case.id).id}/"' in page
    assert "Plan responsible to the hospital" in page
