"""A hospital asks on a phone at night: number, code, form, receipt, running clock."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from channels.hospital_portal.conftest import FORM, Night
from factories.access import signed_in
from factories.inpatient import ASKED_AT, make_hospital, make_night
from openmso.casework.inpatient.post_stabilization.jobs import due_now
from openmso.casework.inpatient.post_stabilization.models import HospitalCode, PostStabilization
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

MOST_BYTES = 50_000


def sent(night: Night, **changed: str) -> PostStabilization:
    answer = night.phone.post("/hospital/ask/", FORM | changed)
    assert answer.status_code == 302, strip_tags(answer.content.decode())
    return PostStabilization.objects.get(number=answer.headers["Location"].split("/")[-2])


@pytest.mark.requirement("S003-18")
@pytest.mark.requirement("S003-19")
def test_from_the_number_to_a_receipt_and_a_running_clock(night: Night) -> None:
    night.come_in()
    told = {"plan_number": night.world.member.number_in_office}
    case = sent(night, **told)

    page = night.phone.get(f"/hospital/requests/{case.number}/")

    text = page.content.decode()
    assert case.number in text
    assert "Due today 3:07 AM" in text
    assert "1 h left" in text
    assert "42 CFR 422.113(c)(2)(iii)" in text
    assert "How it was worked out" in text or "how it was worked out" in text
    assert page.headers["Refresh"] == "60"
    assert case.member_id == night.world.member.id


def test_the_page_can_be_told_to_stand_still(night: Night) -> None:
    night.come_in()
    case = sent(night)

    page = night.phone.get(f"/hospital/requests/{case.number}/?still")

    assert "Refresh" not in page.headers


def test_both_sides_read_the_same_lines(night: Night) -> None:
    night.come_in()
    case = sent(night, plan_number=night.world.member.number_in_office)
    night.at = ASKED_AT + timedelta(minutes=61)
    due_now(night.at, night.world.tenant.id)
    desk = signed_in(Role.NURSE, night.world.tenant)

    theirs = night.phone.get(f"/hospital/requests/{case.number}/").content.decode()
    ours = desk.get(f"/staff/post-stabilization/{case.id}/").content.decode()

    def lines(page: str) -> str:
        return page.partition('<ol class="timeline">')[2].partition("</ol>")[0]

    assert lines(theirs)
    assert lines(theirs) == lines(ours)
    assert "Nobody answered in time" in lines(theirs)


def test_silence_is_told_before_any_job_ran(night: Night) -> None:
    night.come_in()
    case = sent(night, plan_number=night.world.member.number_in_office)
    night.at = ASKED_AT + timedelta(minutes=60, seconds=1)

    text = night.phone.get(f"/hospital/requests/{case.number}/").content.decode()

    assert "Nobody answered in time" in text
    assert "The plan is responsible since 11/20/2026 3:07 AM PST" in text
    case.refresh_from_db()
    assert case.state == "asked"


def test_every_page_says_that_emergency_care_needs_no_approval(night: Night) -> None:
    night.come_in()
    case = sent(night)

    for address in ("/hospital/", "/hospital/ask/", f"/hospital/requests/{case.number}/"):
        assert (
            "Emergency care never needs our approval" in night.phone.get(address).content.decode()
        )


def test_the_pages_are_small_and_load_one_small_sheet(night: Night) -> None:
    night.come_in()
    case = sent(night)
    sheet = finders.find("hospital_portal/night.css")
    assert isinstance(sheet, str)

    for address in ("/hospital/", "/hospital/ask/", f"/hospital/requests/{case.number}/"):
        page = night.phone.get(address).content
        assert len(page) + Path(sheet).stat().st_size < MOST_BYTES
        assert b"<script" not in page
        assert page.count(b'rel="stylesheet"') == 1
        assert_ids_resolve(page.decode())
        assert_nothing_inline(page.decode())


def test_a_double_click_is_one_request(night: Night) -> None:
    night.come_in()

    assert sent(night).id == sent(night).id


def test_a_wrong_form_says_what_is_wrong_and_loses_nothing(night: Night) -> None:
    night.come_in()

    wrong = {"stabilized_time": "9:00 AM", "call_back": "12", "purpose": "improve_or_resolve"}
    page = night.phone.post("/hospital/ask/", FORM | wrong)

    text = page.content.decode()
    assert page.status_code == 422
    assert "This time has not come yet." in text
    assert "area code" in text
    assert "Say why care that improves" in text
    assert "Monitored bed after chest pain" in text
    assert not PostStabilization.objects.exists()


def test_odd_bytes_are_taken_out_and_shown_again(night: Night) -> None:
    night.come_in()

    page = night.phone.post("/hospital/ask/", FORM | {"patient_name": "Al\x00ma"})

    assert page.status_code == 422
    assert "hidden characters" in page.content.decode()


def test_a_face_sheet_comes_with_the_form(night: Night) -> None:
    night.come_in()
    sheet = SimpleUploadedFile("face.txt", b"Face sheet of an invented patient.")

    night.phone.post("/hospital/ask/", FORM | {"face_sheet": sheet})

    assert Document.objects.get().title == "Face sheet"


@pytest.mark.parametrize("number", ["H0000", "  ", "'; DROP", "\x00", "𝟚" * 50])
def test_an_unknown_number_gets_the_same_page_and_no_code(night: Night, number: str) -> None:
    stranger = Client()

    answer = stranger.post("/hospital/", {"number": number})

    assert answer.status_code in {302, 422}
    assert not HospitalCode.objects.exists()
    assert not mail.outbox


def test_a_wrong_code_and_an_unknown_hospital_are_answered_alike(night: Night) -> None:
    known, unknown = Client(), Client()
    known.post("/hospital/", {"number": night.hospital.number})
    unknown.post("/hospital/", {"number": "H0000"})
    night.code_mailed()

    first = known.post("/hospital/code/", {"code": "000000"})
    second = unknown.post("/hospital/code/", {"code": "000000"})

    def plain(page: bytes) -> str:
        return strip_tags(page.decode())

    assert first.status_code == second.status_code == 422
    assert plain(first.content) == plain(second.content)


def test_a_code_works_once_and_for_a_few_minutes_and_not_after_five_wrong_ones(
    night: Night,
) -> None:
    night.phone.post("/hospital/", {"number": night.hospital.number})
    code = night.code_mailed()
    other = Client()
    other.post("/hospital/", {"number": night.hospital.number})
    assert night.phone.post("/hospital/code/", {"code": code}).status_code == 302

    assert other.post("/hospital/code/", {"code": code}).status_code == 422
    later = night.code_mailed()
    night.at = ASKED_AT + timedelta(minutes=16)
    assert other.post("/hospital/code/", {"code": later}).status_code == 422
    newest = night.code_mailed()
    for _ in range(5):
        other.post("/hospital/code/", {"code": "no"})
        other.post("/hospital/code/", {"code": "111"})
    assert other.post("/hospital/code/", {"code": newest}).status_code == 422


def test_codes_do_not_leave_without_end(night: Night) -> None:
    for _ in range(9):
        Client().post("/hospital/", {"number": night.hospital.number})

    assert HospitalCode.objects.count() == 5


def test_the_code_stands_nowhere_but_in_the_mail(night: Night) -> None:
    night.phone.post("/hospital/", {"number": night.hospital.number})
    code = night.code_mailed()

    kept = HospitalCode.objects.values().get()
    assert code not in str(kept)
    assert mail.outbox[-1].to == [night.hospital.contact_email]


def test_another_hospital_s_receipt_is_not_found_like_one_nobody_has(night: Night) -> None:
    foreign = make_night(night.world, hospital=make_hospital(night.world.tenant))
    night.come_in()

    theirs = night.phone.get(f"/hospital/requests/{foreign.number}/")
    nobodys = night.phone.get("/hospital/requests/PS-000000-AAAAAA/")

    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content


def test_without_a_code_nothing_opens(night: Night) -> None:
    case = make_night(night.world, hospital=night.hospital)

    for address in ("/hospital/ask/", f"/hospital/requests/{case.number}/"):
        assert Client().get(address).headers["Location"] == "/hospital/"
    assert Client().get("/hospital/code/").headers["Location"] == "/hospital/"


def test_a_visit_ends_after_the_night_and_when_one_leaves(night: Night) -> None:
    night.come_in()
    night.at = ASKED_AT + timedelta(hours=12)
    assert night.phone.get("/hospital/ask/").status_code == 302

    night.at = ASKED_AT + timedelta(hours=13)
    night.come_in()
    night.phone.post("/hospital/leave/")
    assert night.phone.get("/hospital/ask/").status_code == 302


def test_the_pages_ask_the_database_little(night: Night) -> None:
    night.come_in()
    case = sent(night)
    status = f"/hospital/requests/{case.number}/"
    night.phone.get(status)

    with CaptureQueriesContext(
        connection,
    ) as read:
        night.phone.get(status)
    ours = [q for q in read.captured_queries if _is_ours(q["sql"])]
    assert len(ours) <= 8, [q["sql"][:90] for q in ours]


def _is_ours(statement: str) -> bool:
    """Leave out the session, and whose rows the connection may touch."""
    return "account_session" not in statement and "openmso.tenant" not in statement
