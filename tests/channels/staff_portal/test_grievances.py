"""The desk of grievances: member calls, intake on one screen, the case page, its acts."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import make_account, sign_in, signed_in
from factories.appeals import make_appeal
from factories.decided import make_denied
from factories.grievances import LATER, given_to, make_grievance
from factories.prior_auth import World, make_request, make_world
from openmso.casework.appeals.models import Appeal
from openmso.casework.grievances.models import Grievance, MemberContact
from openmso.office import clock
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db

SIGN_IN = 1
LIST, DETAIL, WRITE = 4, 8, 12

FORM = {
    "client_key": "0123456789abcdef-concern",
    "channel": "phone",
    "received_on": "11/24/2026",
    "received_time": "9:45 AM",
    "filed_by": "member",
    "filed_by_name": "Mina Member",
    "decision": "no",
    "concern": "yes",
    "words": "I waited two hours.",
    "category": "access",
    "handled": "standard",
}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    now_is(monkeypatch, LATER)
    return make_world("MEDI-CAL")


def now_is(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def intake_of(world: World) -> str:
    return f"/staff/members/{world.member.id}/concern/"


def call_of(world: World) -> str:
    return f"/staff/members/{world.member.id}/contact/"


def page_of(grievance: Grievance, act: str = "") -> str:
    return f"/staff/grievances/{grievance.id}/{f'do/{act}/' if act else ''}"


def text(browser: Client, address: str) -> str:
    return " ".join(strip_tags(browser.get(address).content.decode()).split())


@pytest.mark.requirement("S001-40", "S001-42")
def test_staff_open_the_right_case_type_on_one_screen(world: World) -> None:
    desk = signed_in(Role.INTAKE, world.tenant)
    shown = text(desk, intake_of(world))
    assert "Appeal or grievance?" in shown
    assert "42 CFR 438.400(b), checked 11/22/2026" in shown

    answer = desk.post(intake_of(world), FORM)

    grievance = Grievance.objects.get()
    assert answer.headers["Location"] == page_of(grievance)
    assert "42 CFR 438.400(b)" in grievance.type_reason
    assert grievance.received_at < grievance.recorded_at == LATER
    page = text(desk, page_of(grievance))
    assert "Answer the grievance" in page
    assert "Confirm that it arrived" in page
    assert grievance.number in text(desk, "/staff/grievances/")
    assert grievance.number in text(desk, "/staff/worklist/grievances/")


@pytest.mark.requirement("S001-40", "S001-42")
def test_one_screen_opens_an_appeal_and_a_grievance_from_one_contact(world: World) -> None:
    case, desk = make_denied(world), signed_in(Role.INTAKE, world.tenant)

    desk.post(intake_of(world), FORM | {"decision": "yes", "request": str(case.id)})

    grievance, appeal = Grievance.objects.get(), Appeal.objects.get()
    contact = MemberContact.objects.get()
    assert (contact.appeal_id, grievance.contact_id) == (appeal.id, contact.id)
    assert appeal.received_at == grievance.received_at


def test_a_decision_alone_opens_an_appeal_and_a_request_without_a_no_is_told(
    world: World,
) -> None:
    case, waits = make_denied(world), make_request(world, diagnoses=("M51.26",))
    desk = signed_in(Role.INTAKE, world.tenant)
    asked = FORM | {"decision": "yes", "concern": "no"}

    refused = desk.post(intake_of(world), asked | {"request": str(waits.id)})
    answer = desk.post(intake_of(world), asked | {"request": str(case.id), "client_key": "another"})

    appeal = Appeal.objects.get()
    assert refused.status_code == 409
    assert "Nothing of this request was refused" in refused.content.decode()
    assert answer.headers["Location"] == f"/staff/appeals/{appeal.id}/"
    assert not Grievance.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"words": ""}, "Fill this in"),
        ({"concern": "no"}, "Answer one of the two questions with yes."),
        ({"decision": "yes"}, "Choose the decision that should be changed."),
        ({"category": ""}, "Choose what the concern is about."),
        ({"handled": "serious_harm"}, "Write why it cannot wait."),
        ({"received_on": "11/29/2026"}, "in the future"),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(
    world: World, changed: dict[str, str], sentence: str
) -> None:
    desk = signed_in(Role.INTAKE, world.tenant)

    answer = desk.post(intake_of(world), FORM | changed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in strip_tags(page)
    assert "Mina Member" in page
    assert not Grievance.objects.exists()


@pytest.mark.requirement("S000-72", "S001-190")
@pytest.mark.parametrize(
    ("intent", "opens"),
    [
        ("discuss_denial", "/staff/prior-auth/{case}/"),
        ("obtain_appeal", "/staff/prior-auth/{case}/appeal/"),
        ("discuss_criteria", "/staff/prior-auth/{case}/#criteria"),
        ("concern", "/staff/members/{member}/concern/"),
    ],
)
def test_each_coded_reason_of_a_call_opens_the_right_case(
    world: World, intent: str, opens: str
) -> None:
    case, desk = make_denied(world), signed_in(Role.INTAKE, world.tenant)
    assert "Discuss the criteria" in text(desk, call_of(world))
    about = "" if intent == "concern" else str(case.id)

    answer = desk.post(call_of(world), FORM | {"intent": intent, "request": about})

    contact = MemberContact.objects.get()
    place, _, coded = answer.headers["Location"].partition("?contact=")
    assert place == opens.format(case=case.id, member=world.member.id)
    assert coded == (str(contact.id) if intent == "concern" else "")
    assert contact.intent == intent
    assert desk.get(answer.headers["Location"]).status_code == 200


def test_what_is_opened_after_a_coded_call_hangs_on_that_call(world: World) -> None:
    desk = signed_in(Role.INTAKE, world.tenant)
    answer = desk.post(call_of(world), FORM | {"intent": "concern"})
    contact = MemberContact.objects.get()
    assert str(contact.id) in desk.get(answer.headers["Location"]).content.decode()

    desk.post(intake_of(world), FORM | {"contact": str(contact.id)})

    assert Grievance.objects.get().contact_id == contact.id
    assert MemberContact.objects.count() == 1


def test_a_reason_about_a_decision_asks_which_one(world: World) -> None:
    desk = signed_in(Role.INTAKE, world.tenant)

    answer = desk.post(call_of(world), FORM | {"intent": "obtain_appeal"})

    assert answer.status_code == 422
    assert "Choose the request that they call about." in answer.content.decode()


def test_it_is_given_and_answered_on_pages(world: World, client: Client) -> None:
    grievance = make_grievance(world)
    about = make_account(Role.NURSE, world.tenant, name="Nell Nurse")
    Grievance.objects.filter(id=grievance.id).update(about_account=about)
    worker = make_account(Role.SUPERVISOR, world.tenant, name="Winnie Worker")
    desk = sign_in(client, worker)
    page = text(desk, page_of(grievance, "give"))
    assert "Winnie Worker" in page
    assert "Nell Nurse" not in page

    desk.post(page_of(grievance, "give"), {"handler": str(worker.id)})
    hard = desk.post(
        page_of(grievance, "answer"),
        {
            "finding": "right",
            "plain": "Notwithstanding operational exigencies, accessibility was "
            "substantially unsatisfactory.",
        },
    )
    desk.post(
        page_of(grievance, "answer"),
        {"finding": "right", "plain": "You had to wait too long. We are sorry."},
    )

    grievance.refresh_from_db()
    assert hard.status_code == 422
    assert "may read at grade" in strip_tags(hard.content.decode())
    assert grievance.state == "answered"
    assert "What the member may do besides" in text(desk, page_of(grievance))
    assert grievance.number in text(desk, "/staff/grievances/?show=closed")


def test_whom_it_is_about_finds_nothing(world: World, client: Client) -> None:
    nurse = make_account(Role.NURSE, world.tenant)
    grievance = make_grievance(world, about_account_id=nurse.id)
    browser = sign_in(client, nurse)

    assert browser.get(page_of(grievance)).status_code == 404
    assert browser.get(page_of(grievance, "answer")).status_code == 404
    assert grievance.number not in text(browser, "/staff/grievances/")


def test_an_appeal_becomes_a_grievance_and_a_grievance_an_appeal_on_pages(world: World) -> None:
    appeal, desk = make_appeal(world), signed_in(Role.SUPERVISOR, world.tenant)
    assert "It is a grievance" in text(desk, f"/staff/appeals/{appeal.id}/")

    desk.post(
        f"/staff/appeals/{appeal.id}/grievance/",
        {"category": "our_service", "why": "It is about our phone."},
    )
    grievance = Grievance.objects.get()
    desk.post(
        page_of(grievance, "appeal"),
        {"request": str(appeal.request_id), "why": "It disputes the denial after all."},
    )

    appeal.refresh_from_db()
    grievance.refresh_from_db()
    assert (appeal.state, grievance.state) == ("dismissed", "became_appeal")
    assert grievance.appeal is not None
    assert grievance.appeal.received_at == appeal.received_at


@pytest.mark.parametrize(
    ("act", "said", "state"),
    [
        ("withdraw", {"asked_by": "Mina Member"}, "withdrawn"),
        ("clinical", {"quality": "on"}, "open"),
        ("fast", {"ground": "serious_harm", "why": "Chest pain."}, "open"),
        ("extend", {"ground": "member_asks", "why": "Please."}, "open"),
        ("reopen", {"why": "Again."}, "open"),
    ],
)
def test_acts_are_done_or_refused_with_a_sentence(
    world: World, act: str, said: dict[str, str], state: str
) -> None:
    grievance = make_grievance(world)
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    answer = desk.post(page_of(grievance, act), said)

    grievance.refresh_from_db()
    assert grievance.state == state
    assert answer.status_code == (409 if act in {"extend", "reopen"} else 302)


def test_pages_stay_within_their_queries(world: World) -> None:
    grievance = make_grievance(world)
    given_to(world, grievance)
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    for address, most in (
        ("/staff/grievances/", LIST),
        (page_of(grievance), DETAIL),
        (intake_of(world), DETAIL),
    ):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            desk.get(address)
        assert len(queries) <= most + SIGN_IN, address
    with CaptureQueriesContext(connection) as queries:
        desk.post(page_of(grievance, "withdraw"), {"asked_by": "Mina Member"})
    assert len([one for one in queries if "SAVEPOINT" not in one["sql"]]) <= WRITE + SIGN_IN


def test_an_exempt_one_is_solved_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world("KK")
    grievance = make_grievance(world, at_once=True)
    now_is(monkeypatch, grievance.received_at + timedelta(hours=2))
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    assert "Exempt" in text(desk, page_of(grievance))

    desk.post(page_of(grievance, "solve"), {"finding": "right", "plain": "Called the clinic."})

    grievance.refresh_from_db()
    assert grievance.state == "solved"
