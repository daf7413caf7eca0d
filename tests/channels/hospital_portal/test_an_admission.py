"""A hospital tells us of an admission on its page: complete or not is shown before it is sent."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from channels.hospital_portal.conftest import Night
from factories.inpatient import ASKED_AT, make_hospital
from factories.stays import make_stay
from openmso.casework.inpatient.admissions.models import Admission
from openmso.office.documents.models import Document
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

PAGE = "/hospital/admissions/new/"
MOST_BYTES = 50_000
FORM = {
    "client_key": "0123456789abcdef-first",
    "caller": "Marco Reyes, case manager",
    "call_back": "213-555-0172",
    "patient_name": "Alma Quintero",
    "birth_date_month": "3",
    "birth_date_day": "14",
    "birth_date_year": "1958",
    "way": "unplanned",
    "admitted_on": "11/20/2026",
    "admitted_time": "1:30 AM",
    "level": "medical_surgical",
    "reason": "Pneumonia",
}


def sheet(name: str = "sheet.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"Face sheet of an invented patient.")


def text(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def kept(answer: Any) -> str:
    return str(answer.content.decode().partition('name="kept" value="')[2].partition('"')[0])


@pytest.mark.requirement("S003-27")
def test_what_is_complete_is_shown_before_anything_is_sent(night: Night) -> None:
    phone = night.come_in()

    looked = phone.post(PAGE, FORM)

    assert "Something required is missing" in text(looked)
    assert "Face sheet: Missing: it is required" in text(looked)
    assert "Clinical notes: Not there; it can follow, and nothing waits for it" in text(looked)
    assert 'name="send"' not in looked.content.decode()
    assert not Admission.objects.exists()


@pytest.mark.requirement("S003-25")
@pytest.mark.requirement("S003-27")
def test_the_face_sheet_is_kept_while_the_sender_looks_and_then_it_is_sent(night: Night) -> None:
    phone = night.come_in()
    looked = phone.post(PAGE, FORM | {"face_sheet": sheet()})
    assert "Ready to send" in text(looked)

    sent = phone.post(
        PAGE,
        FORM
        | {
            "kept": kept(looked),
            "send": "yes",
            "plan_number": night.world.member.number_in_office,
            "clinicals": sheet("notes.txt"),
        },
    )

    stay = Admission.objects.get()
    assert sent.headers["Location"] == f"/hospital/admissions/{stay.number}/"
    assert (stay.member_id, stay.notified_late) == (night.world.member.id, False)
    titles = Document.objects.filter(case_id=stay.id, source="portal")
    assert sorted(titles.values_list("title", flat=True)) == ["Clinical notes", "Face sheet"]
    page = text(phone.get(sent.headers["Location"]))
    assert f"Receipt {stay.number}" in page
    assert "The hospital told us of the admission" in page


def test_without_a_face_sheet_nothing_is_sent_and_nothing_is_lost(night: Night) -> None:
    phone = night.come_in()

    answer = phone.post(PAGE, FORM | {"send": "yes"})

    assert answer.status_code == 422
    assert "Add the face sheet" in text(answer)
    assert "Pneumonia" in answer.content.decode()
    assert not Admission.objects.exists()


@pytest.mark.requirement("S003-25")
def test_a_late_notice_is_announced_and_taken(night: Night) -> None:
    night.at = ASKED_AT + timedelta(days=2)
    phone = night.come_in()

    looked = phone.post(PAGE, FORM | {"face_sheet": sheet()})
    sent = phone.post(PAGE, FORM | {"kept": kept(looked), "send": "yes"})

    assert "taken and marked as late" in text(looked)
    assert Admission.objects.get().notified_late
    assert "told late" in text(phone.get(sent.headers["Location"]))


def test_a_list_of_files_from_another_visit_or_changed_is_not_believed(night: Night) -> None:
    phone = night.come_in()
    looked = phone.post(PAGE, FORM | {"face_sheet": sheet()})
    changed = kept(looked)[:-3] + "abc"

    answer = phone.post(PAGE, FORM | {"kept": changed, "send": "yes"})

    assert answer.status_code == 422
    assert not Admission.objects.exists()


def test_a_file_that_is_none_is_refused_beside_its_field(night: Night) -> None:
    phone = night.come_in()

    answer = phone.post(PAGE, FORM | {"face_sheet": SimpleUploadedFile("x.exe", b"MZ\x00\x01")})

    assert answer.status_code == 422
    assert "This is not a PDF" in text(answer)


def test_another_hospitals_stay_and_one_that_nobody_has_look_the_same(night: Night) -> None:
    phone = night.come_in()
    theirs = make_stay(night.world, hospital=make_hospital(night.world.tenant))

    foreign = phone.get(f"/hospital/admissions/{theirs.number}/")
    absent = phone.get("/hospital/admissions/IP-000000-AAAAAA/")

    assert (foreign.status_code, absent.status_code) == (404, 404)
    assert foreign.content == absent.content


def test_nobody_without_a_code_gets_in(night: Night) -> None:
    for address in (PAGE, "/hospital/admissions/IP-000000-AAAAAA/"):
        assert night.phone.get(address).headers["Location"] == "/hospital/"


def test_the_pages_are_small_and_whole(night: Night) -> None:
    phone = night.come_in()
    stay = make_stay(night.world, hospital=night.hospital)

    for answer in (
        phone.get(PAGE),
        phone.post(PAGE, FORM | {"face_sheet": sheet()}),
        phone.get(f"/hospital/admissions/{stay.number}/"),
    ):
        assert len(answer.content) < MOST_BYTES
        assert_ids_resolve(answer.content.decode())
        assert_nothing_inline(answer.content.decode())


def test_our_own_work_is_not_told_to_the_hospital(night: Night) -> None:
    stay = make_stay(night.world, hospital=night.hospital)

    page = text(night.come_in().get(f"/hospital/admissions/{stay.number}/"))

    assert "Patient identified" in page
    assert "No doctor of the patient is known" not in page


def test_the_stay_asks_for_few_statements(night: Night) -> None:
    stay = make_stay(night.world, hospital=night.hospital)
    phone = night.come_in()
    phone.get(PAGE)

    with CaptureQueriesContext(connection) as seen:
        phone.get(f"/hospital/admissions/{stay.number}/")

    statements = [one["sql"] for one in seen.captured_queries if "set_config" not in one["sql"]]
    assert len(statements) <= 8, "\n".join(statements)
