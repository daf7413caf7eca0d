"""The desk for hospital stays: census, one stay, the daily round, days, discharge."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import signed_in
from factories.inpatient import make_hospital, make_night
from factories.prior_auth import World, make_world
from factories.roster import make_ipa
from factories.stays import ADMITTED_AT, ONE_HOUR, TOLD_AT, make_stay, nurse_of
from openmso.casework.inpatient.admissions.actions.approve_days import DaysYes, approve_days
from openmso.casework.inpatient.admissions.models import Admission, DailyStatus
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.roster.providers.models import Hospitalist

pytestmark = pytest.mark.django_db

SIGN_IN, LIST, DETAIL, WRITE = 1, 4, 8, 12
LATER = TOLD_AT + timedelta(days=2)
NOTICE = {
    "client_key": "0123456789abcdef-stay",
    "channel": "phone",
    "received_on": "11/20/2026",
    "received_time": "9:00 AM",
    "caller": "Marco Reyes",
    "call_back": "213-555-0172",
    "patient_name": "Alma Quintero",
    "birth_date_month": "3",
    "birth_date_day": "14",
    "birth_date_year": "1958",
    "way": "unplanned",
    "admitted_on": "11/20/2026",
    "admitted_time": "6:00 AM",
    "level": "telemetry",
    "reason": "Chest pain",
}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    now_is(monkeypatch, LATER)
    return make_world()


def now_is(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def page_of(stay: Admission, act: str = "") -> str:
    return f"/staff/stays/{stay.id}/{act}"


def text(browser: Client, address: str) -> str:
    return " ".join(strip_tags(browser.get(address).content.decode()).split())


def asked(browser: Client, address: str) -> list[str]:
    browser.get("/staff/attestation/")
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return [one["sql"] for one in seen.captured_queries]


def test_the_census_shows_who_lies_where_with_bed_days_and_what_is_owed(world: World) -> None:
    stay = make_stay(world, notified_at=ADMITTED_AT + 30 * ONE_HOUR)
    desk = signed_in(Role.NURSE, world.tenant)

    page = text(desk, "/staff/stays/")

    for words in (stay.number, stay.hospital.name, "Told late", "Status owed today", "2"):
        assert words in page
    assert "1 day without a status" in page
    assert stay.number in text(desk, "/staff/stays/?show=review")


@pytest.mark.parametrize("address", ["/staff/stays/", "/staff/stays/missing/"])
def test_a_list_asks_for_few_statements_however_long_it_is(world: World, address: str) -> None:
    for _ in range(3):
        make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant)

    found = asked(desk, address)

    assert len(found) - SIGN_IN <= LIST, "\n".join(found)


def test_one_stay_asks_for_few_statements(world: World) -> None:
    stay = make_stay(world)
    approve_days(
        stay.id, DaysYes(last_day=date(2026, 11, 22), why="x"), by=nurse_of(world), at=TOLD_AT
    )
    desk = signed_in(Role.NURSE, world.tenant)

    found = asked(desk, page_of(stay))

    assert len(found) - SIGN_IN <= DETAIL, "\n".join(found)


def test_a_call_is_keyed_in_with_its_own_time_and_its_face_sheet_follows(world: World) -> None:
    desk, hospital = signed_in(Role.INTAKE, world.tenant), make_hospital(world.tenant)

    desk.post("/staff/stays/new/", NOTICE | {"hospital": str(hospital.id)})

    stay = Admission.objects.get()
    assert (stay.notified_at, stay.recorded_at) == (TOLD_AT, LATER)
    assert "The face sheet is missing." in text(desk, page_of(stay))

    desk.post(
        page_of(stay, "papers/"),
        {
            "kind": "Face sheet",
            "received_on": "11/20/2026",
            "received_time": "9:05 AM",
            "papers": SimpleUploadedFile("sheet.txt", b"Face sheet of an invented patient."),
        },
    )

    assert Document.objects.get(case_id=stay.id).title == "Face sheet"
    assert "The face sheet is missing." not in text(desk, page_of(stay))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"admitted_time": "25:00"}, "There is no such time of day."),
        ({"received_on": "11/30/2026"}, "It cannot have reached us later."),
        ({"level": ""}, "Choose one."),
    ],
)
def test_a_mistake_is_said_and_nothing_is_lost(
    world: World, changed: dict[str, str], sentence: str
) -> None:
    desk, hospital = signed_in(Role.INTAKE, world.tenant), make_hospital(world.tenant)

    answer = desk.post("/staff/stays/new/", NOTICE | {"hospital": str(hospital.id)} | changed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Chest pain" in answer.content.decode()


@pytest.mark.requirement("S003-35")
def test_the_round_leads_from_patient_to_patient_until_everybody_has_a_status(
    world: World,
) -> None:
    first, second = make_stay(world), make_stay(world, admitted_at=ADMITTED_AT + ONE_HOUR)
    desk = signed_in(Role.CASE_MANAGER, world.tenant)
    form = {"on": "11/22/2026", "condition": "better", "plan": "Walks alone", "round": "1"}
    visited = []

    for _ in range(2):
        visited.append(desk.get("/staff/stays/round/").headers["Location"])
        desk.post(visited[-1], form)

    assert visited == [f"{page_of(one, 'status/')}?round=1" for one in (first, second)]
    assert "The round is done" in text(desk, "/staff/stays/round/")
    assert {one.on for one in DailyStatus.objects.all()} == {date(2026, 11, 22)}


@pytest.mark.requirement("S003-35")
def test_a_missing_day_stands_on_the_list_until_it_is_written_and_then_as_late(
    world: World,
) -> None:
    stay = make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant)
    assert "11/20/2026" in text(desk, "/staff/stays/missing/")

    for day in ("11/20/2026", "11/21/2026"):
        desk.post(page_of(stay, "status/"), {"on": day, "condition": "as_expected"})

    assert "No day is missing." in text(desk, "/staff/stays/missing/")
    assert text(desk, page_of(stay)).count("(written late)") == 2


def test_writing_a_status_asks_for_few_statements(world: World) -> None:
    stay = make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant)
    desk.get("/staff/attestation/")

    with CaptureQueriesContext(connection) as seen:
        desk.post(page_of(stay, "status/"), {"on": "11/22/2026", "condition": "better"})

    statements = [one["sql"] for one in seen.captured_queries if "SAVEPOINT" not in one["sql"]]
    assert len(statements) - SIGN_IN <= WRITE, "\n".join(statements)


def test_a_nurse_approves_days_and_finds_no_way_to_a_no(world: World) -> None:
    stay = make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant)

    assert "Refuse" not in text(desk, page_of(stay))
    assert desk.post(page_of(stay, "refuse/"), {}).status_code == 403
    desk.post(page_of(stay, "approve/"), {"last_day": "11/24/2026", "why": "Needs oxygen."})

    assert "Approved through 11/24/2026. Next review 11/24/2026." in text(desk, page_of(stay))


def test_a_physician_is_told_everything_that_is_in_the_way_of_a_no(world: World) -> None:
    stay = make_stay(world)
    signed_in(Role.NURSE, world.tenant).post(page_of(stay, "physician/"), {"note": "No fever."})
    desk = signed_in(Role.PHYSICIAN, world.tenant)
    stay.refresh_from_db()
    no = {
        "version": str(stay.version),
        "criteria": str(world.edition.id),
        "clinical_reason": "No fever for two days.",
        "plain_reason": "Your fever is gone.",
    }

    hard = "Hospitalization is contraindicated by unremarkable physiological parameters."
    unreadable = desk.post(page_of(stay, "refuse/"), no | {"plain_reason": hard})
    refused = desk.post(page_of(stay, "refuse/"), no)
    for paper in Document.objects.filter(case_id=stay.id, source="portal"):
        assert desk.get(page_of(stay, f"papers/{paper.id}/")).status_code == 200
    signed = desk.post(page_of(stay, "refuse/"), no)

    assert unreadable.status_code == 422
    assert "write shorter sentences" in unreadable.content.decode()
    assert refused.status_code == 403
    assert "Open the records first" in refused.content.decode()
    assert signed.status_code == 302
    assert "Further days refused" in text(desk, page_of(stay))


def test_a_planned_discharge_shows_its_notices_with_rule_and_time(world: World) -> None:
    stay = make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant)

    desk.post(page_of(stay, "plan/"), {"happened_on": "11/25/2026", "happened_time": "11:00 AM"})

    page = text(desk, page_of(stay))
    for words in ("By 11/22/2026 11:59 PM PST", "MA-IM-FIRST", "Not before 11/23/2026"):
        assert words in page
    desk.post(
        page_of(stay, "notice/"),
        {
            "notice": "MA-IMPORTANT-MESSAGE",
            "given_by": "Harbor Point Hospital",
            "signed": "refused",
            "happened_on": "11/21/2026",
            "happened_time": "10:00 AM",
        },
    )
    assert "Signature refused; noted on the form." in text(desk, page_of(stay))


def test_a_transfer_a_wrong_line_and_the_discharge(world: World) -> None:
    stay, other = make_stay(world), make_hospital(world.tenant, name="Cedar Ridge")
    desk = signed_in(Role.NURSE, world.tenant)
    when = {"happened_on": "11/21/2026", "happened_time": "9:00 AM"}

    desk.post(
        page_of(stay, "move/"),
        {"kind": "enter", "level": "intensive_care", "hospital": str(other.id), **when},
    )
    assert "Now: Intensive care, Cedar Ridge" in text(desk, page_of(stay))

    wrong = stay.moves.get(hospital=other)
    desk.post(page_of(stay, f"strike/{wrong.id}/"), {"why": "Another patient."})
    desk.post(
        page_of(stay, "discharge/"),
        {"went": "home", "instructions": "Rest.", "follow_up_with": "Dr. Lim", **when},
    )

    page = text(desk, page_of(stay))
    for words in ("Struck: Another patient.", "1 bed day so far", "Dr. Lim", "Discharged"):
        assert words in page


def test_a_stay_is_joined_to_a_night_by_hand(world: World) -> None:
    hospital = make_hospital(world.tenant)
    nights = [make_night(world, hospital=hospital) for _ in range(2)]
    stay = make_stay(world, hospital=hospital)
    assert stay.night_id is None
    desk = signed_in(Role.NURSE, world.tenant)

    desk.post(page_of(stay, "join/"), {"night": str(nights[1].id)})

    assert f"Began with {nights[1].number}" in text(desk, page_of(stay))


@pytest.mark.requirement("S003-36")
def test_the_hospitalists_of_the_ipa_are_reached_from_the_stay(world: World) -> None:
    stay = make_stay(world)
    keeper, nurse = signed_in(Role.SUPERVISOR, world.tenant), signed_in(Role.NURSE, world.tenant)
    roster = f"/staff/hospitals/{stay.hospital_id}/"
    form = {
        "ipa": str(world.ipa.id),
        "npi": world.practitioner.npi,
        "phone": "213-555-0177",
        "from_on": "11/01/2026",
    }

    keeper.post(roster, form)

    assert page_of(stay, "hospitalists/") in nurse.get(page_of(stay)).content.decode()
    assert world.practitioner.full_name in text(nurse, page_of(stay, "hospitalists/"))
    assert "(213) 555-0177" in text(nurse, page_of(stay, "hospitalists/"))
    assert "from that day already" in keeper.post(roster, form).content.decode()

    keeper.post(roster, {"end": str(Hospitalist.objects.get().id)})

    assert "Nobody is on the list." in text(nurse, page_of(stay, "hospitalists/"))


@pytest.mark.requirement("S003-03")
def test_the_desk_holds_two_families_of_requests_side_by_side(world: World) -> None:
    stay = make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant)

    page = text(desk, "/staff/worklist/stay_nurse/")

    assert "Nurse review" in page
    assert "Hospital stays" in page
    assert stay.number in page
    assert "Review by 11/20/2026" in page


def test_somebody_of_another_ipa_does_not_find_the_stay(world: World) -> None:
    stay = make_stay(world)
    desk = signed_in(Role.NURSE, world.tenant, ipa_ids=[make_ipa(world.tenant).id])

    assert desk.get(page_of(stay)).status_code == 404
    assert stay.number not in text(desk, "/staff/stays/")
