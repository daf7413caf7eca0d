"""The night desk: the phone script, the queue, one page, a nurse's yes, a physician's no."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import signed_in
from factories.inpatient import ASKED_AT, FACE_SHEET, care_told, make_hospital, make_night
from factories.prior_auth import World, make_world
from openmso.casework.inpatient.post_stabilization.jobs import due_now
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document

pytestmark = pytest.mark.django_db

CALL = {
    "client_key": "0123456789abcdef-call",
    "channel": "phone",
    "received_on": "11/20/2026",
    "received_time": "2:07 AM",
    "caller": "Marco Reyes",
    "call_back": "213-555-0172",
    "patient_name": "Alma Quintero",
    "birth_date_month": "3",
    "birth_date_day": "14",
    "birth_date_year": "1958",
    "stabilized_on": "11/20/2026",
    "stabilized_time": "1:50 AM",
    "stabilized_by": "Dr. Lena Ortiz",
    "purpose": "maintain",
    "care": "Monitored bed after chest pain",
}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    now_is(monkeypatch, ASKED_AT + timedelta(minutes=10))
    return make_world()


def now_is(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def page_of(case: PostStabilization, act: str = "") -> str:
    return f"/staff/post-stabilization/{case.id}/{act}"


def text(browser: Client, address: str) -> str:
    return strip_tags(browser.get(address).content.decode())


def test_the_phone_desk_keys_a_call_in_with_its_own_time(world: World) -> None:
    desk, hospital = signed_in(Role.INTAKE, world.tenant), make_hospital(world.tenant)

    answer = desk.post("/staff/post-stabilization/new/", CALL | {"hospital": str(hospital.id)})

    case = PostStabilization.objects.get()
    assert answer.headers["Location"] == page_of(case)
    assert (case.asked_at, case.hospital_id) == (ASKED_AT, hospital.id)
    assert case.recorded_at == ASKED_AT + timedelta(minutes=10)


def test_any_hospital_in_the_country_can_call(world: World) -> None:
    desk = signed_in(Role.INTAKE, world.tenant)

    desk.post("/staff/post-stabilization/new/", CALL | {"hospital_name": "Hospital far away"})

    assert PostStabilization.objects.get().hospital.name == "Hospital far away"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"received_time": "2:40 AM"}, "It cannot have been asked later."),
        ({}, "Choose the hospital, or write its name below."),
        ({"stabilized_time": "25:00"}, "There is no such time of day."),
    ],
)
def test_a_mistake_is_said_and_nothing_is_lost(
    world: World, changed: dict[str, str], sentence: str
) -> None:
    desk = signed_in(Role.INTAKE, world.tenant)

    answer = desk.post("/staff/post-stabilization/new/", CALL | changed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Monitored bed after chest pain" in answer.content.decode()


def test_the_queue_is_ordered_by_the_time_left(world: World) -> None:
    later = make_night(world)
    earlier = ASKED_AT - timedelta(minutes=20)
    stable = care_told(stabilized_at=earlier)
    sooner = make_night(world, asked_at=earlier, care=stable)
    desk = signed_in(Role.NURSE, world.tenant)

    page = text(desk, "/staff/worklist/post_stabilization/")

    assert page.index(sooner.number) < page.index(later.number)
    assert page_of(sooner) in desk.get("/staff/worklist/post_stabilization/").content.decode()


def test_a_nurse_identifies_the_patient_and_says_yes(world: World) -> None:
    case = make_night(world, identified=False)
    desk = signed_in(Role.NURSE, world.tenant)
    assert world.member.full_name in text(desk, page_of(case, "identify/"))

    desk.post(
        page_of(case, "identify/"),
        {
            "number": "",
            "family_name": "Quintero",
            "birth_date_month": "3",
            "birth_date_day": "14",
            "birth_date_year": "1958",
            "member": str(world.member.id),
        },
    )
    desk.post(page_of(case, "yes/"), {"care": "Bed for one night", "level_of_care": "Telemetry"})

    case.refresh_from_db()
    assert case.state == "approved"
    assert case.authorization_number in text(desk, page_of(case))


def test_a_nurse_has_no_way_to_a_no(world: World) -> None:
    case = make_night(world)
    desk = signed_in(Role.NURSE, world.tenant)

    assert "Disagree" not in text(desk, page_of(case))
    assert desk.post(page_of(case, "disagree/"), {"reason": "No."}).status_code == 403
    case.refresh_from_db()
    assert case.state == "asked"


def test_a_physician_disagrees_and_the_talk_is_recorded(world: World) -> None:
    case = make_night(world)
    desk = signed_in(Role.PHYSICIAN, world.tenant)

    no = {"reason": "Two normal tests.", "consult_phone": "213-555-0173"}
    desk.post(page_of(case, "disagree/"), no)
    assert "Talk to our physician now" in text(desk, page_of(case))
    talk = {"happened_on": "11/20/2026", "happened_time": "2:17 AM", "came_of_it": "agreed"}
    desk.post(page_of(case, "talk/"), talk)

    case.refresh_from_db()
    assert (case.state, case.end_reason) == ("ended", "agreement_with_the_hospital")


def test_a_physician_without_an_attestation_reads_why_not(world: World) -> None:
    case = make_night(world)
    desk = signed_in(Role.PHYSICIAN, world.tenant, may_sign=False)

    no = {"reason": "Two normal tests.", "consult_phone": "213-555-0173"}
    answer = desk.post(page_of(case, "disagree/"), no)

    assert answer.status_code == 403
    assert "attestation" in answer.content.decode()
    assert "Two normal tests." in answer.content.decode()


def test_an_answer_after_the_time_is_refused_with_what_it_means(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_night(world)
    now_is(monkeypatch, ASKED_AT + timedelta(minutes=61))
    desk = signed_in(Role.NURSE, world.tenant)

    answer = desk.post(page_of(case, "yes/"), {"care": "Bed"})

    assert answer.status_code == 409
    assert "The plan is responsible since then" in answer.content.decode()


def test_the_end_of_the_responsibility_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_night(world)
    at = ASKED_AT + timedelta(hours=8)
    now_is(monkeypatch, at)
    due_now(at, world.tenant.id)
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    assert case.number in text(desk, "/staff/worklist/plan_responsible/")

    end = {"happened_on": "11/20/2026", "happened_time": "9:30 AM"}
    home = {"reason": "patient_discharged"}
    assert desk.post(page_of(case, "end/"), end | home).status_code == 302

    case.refresh_from_db()
    assert case.state == "ended"
    assert "the patient was discharged" in text(desk, page_of(case))


def test_the_face_sheet_is_opened_and_that_is_on_record(world: World) -> None:
    case = make_night(world, face_sheet=FACE_SHEET)
    desk = signed_in(Role.NURSE, world.tenant)
    paper = Document.objects.get(case_id=case.id)
    assert "Face sheet" in text(desk, page_of(case))

    answer = desk.get(page_of(case, f"papers/{paper.id}/"))

    assert answer.content == FACE_SHEET.content
    assert "Paper opened" in text(desk, page_of(case))


@pytest.mark.requirement("S003-17")
def test_a_hospital_that_never_asked_is_put_on_record(world: World) -> None:
    desk, hospital = signed_in(Role.INTAKE, world.tenant), make_hospital(world.tenant)
    told = {name: value for name, value in CALL.items() if not name.startswith("rec")}
    told |= {"hospital": str(hospital.id), "plan_number": world.member.number_in_office}

    answer = desk.post("/staff/post-stabilization/never-asked/", told)

    case = PostStabilization.objects.get()
    assert answer.headers["Location"] == page_of(case)
    shown = text(desk, page_of(case))
    assert "No request is on record" in shown
    assert "Emergency care itself is not touched" in shown


def test_a_hospital_is_set_up_and_its_contact_changed(world: World) -> None:
    desk, known = signed_in(Role.SUPERVISOR, world.tenant), make_hospital(world.tenant)
    typed = {
        "name": "Harbor Point Hospital",
        "npi": known.npi,
        "number": "h-9001",
        "contact_email": "night@harbor.example",
        "fax": "213-555-0175",
    }

    assert desk.post("/staff/hospitals/", typed).status_code == 302

    known.refresh_from_db()
    assert (known.number, known.contact_email) == ("H9001", "night@harbor.example")
    other = typed | {"npi": make_hospital(world.tenant).npi}
    assert "has this number already" in desk.post("/staff/hospitals/", other).content.decode()
    assert signed_in(Role.NURSE, world.tenant).get("/staff/hospitals/").status_code == 403


def test_another_office_s_case_is_not_found(world: World) -> None:
    foreign = make_night(make_world())
    desk = signed_in(Role.PHYSICIAN, world.tenant)

    for act in ("", "identify/", "yes/", "disagree/", "talk/", "end/"):
        assert desk.get(page_of(foreign, act)).status_code == 404


def test_the_pages_ask_the_database_little(world: World) -> None:
    case = make_night(world)
    desk = signed_in(Role.NURSE, world.tenant)
    desk.get(page_of(case))

    with CaptureQueriesContext(connection) as read:
        desk.get(page_of(case))
    with CaptureQueriesContext(connection) as wrote:
        desk.post(page_of(case, "yes/"), {"care": "Bed for one night"})

    assert len(ours(read)) <= 8, ours(read)
    assert len(ours(wrote)) <= 13, "\n".join(ours(wrote))


def ours(seen: CaptureQueriesContext) -> list[str]:
    """Leave out the session, the account and whose rows the connection may touch."""
    words = ("account_session", "openmso.tenant", "last_login", "SAVEPOINT")
    return [
        query["sql"][:120]
        for query in seen.captured_queries
        if not any(word in query["sql"] for word in words)
    ]
