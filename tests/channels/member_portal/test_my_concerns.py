"""A member tells us what is wrong, in Spanish too, and sees how it stands."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import make_account, sign_in
from factories.grievances import ANSWER, LATER, TOLD_AT, given_to, make_grievance
from factories.prior_auth import World, make_world
from factories.roster import make_member
from openmso.casework.grievances.actions.answer import answer
from openmso.casework.grievances.actions.run_out_of_time import run_out_of_time
from openmso.casework.grievances.models import Grievance
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

PAGE = "/member/concerns/"
SIGN_IN = 1
TOLD = {
    "category": "access",
    "words": "I waited two hours.",
    "speed": "normal",
    "client_key": "0123456789",
}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    now_is(monkeypatch, TOLD_AT)
    return make_world("MEDI-CAL", language="es")


def now_is(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def member_of(world: World, language: str = "en") -> Client:
    account = make_account(Role.MEMBER, world.tenant, member_id=world.member.id, language=language)
    return sign_in(Client(), account)


def text(browser: Client, address: str = PAGE) -> str:
    return " ".join(strip_tags(browser.get(address).content.decode()).split())


@pytest.mark.requirement("S000-41")
def test_a_member_tells_us_and_sees_by_when_we_answer(world: World) -> None:
    browser = member_of(world)

    answer_page = browser.post(PAGE, TOLD)

    grievance = Grievance.objects.get()
    page = text(browser)
    assert answer_page.headers["Location"] == PAGE
    assert (grievance.channel, grievance.received_at) == ("member", TOLD_AT)
    assert grievance.number in page
    assert "You will have our answer by the end of December" in page
    assert "We got your concern" in text(browser, "/member/letters/")
    html = browser.get(PAGE).content.decode()
    assert_ids_resolve(html)
    assert_nothing_inline(html)


def test_the_page_speaks_spanish_and_shows_the_answer_in_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    grievance = make_grievance(world)
    worker = given_to(world, grievance)
    answer(grievance.id, told=ANSWER, by=worker, at=LATER)
    now_is(monkeypatch, LATER + timedelta(hours=1))

    page = text(member_of(world, "es"))

    assert "Díganos qué está mal" in page
    assert ANSWER.plain_es in page
    assert "Esperar por una cita" in page
    assert ANSWER.internal not in page


def test_a_concern_about_a_no_is_taken_and_marked_for_a_person(world: World) -> None:
    browser = member_of(world)

    browser.post(PAGE, TOLD | {"category": "decision"})

    assert Grievance.objects.get().about_a_decision
    assert "We will see if this should be an appeal." in text(browser)


def test_urgent_and_unhappy_about_our_time_follow_the_law_of_the_plan(world: World) -> None:
    browser = member_of(world)

    browser.post(PAGE, TOLD | {"speed": "fast"})
    browser.post(PAGE, TOLD | {"category": "our_time", "client_key": "other"})

    kinds = dict(Grievance.objects.values_list("category", "kind"))
    assert kinds == {"access": "expedited", "our_time": "standard"}


def test_a_mistake_is_told_beside_its_field(world: World) -> None:
    browser = member_of(world)

    answer_page = browser.post(PAGE, TOLD | {"words": ""})

    assert answer_page.status_code == 422
    assert not Grievance.objects.exists()


def test_nobody_sees_another_member_s_concern(world: World) -> None:
    grievance = make_grievance(world)
    other = make_member(world.tenant, plan=world.plan, ipa=world.ipa)

    assert grievance.number in text(member_of(world))
    account = make_account(Role.MEMBER, world.tenant, member_id=other.id)
    assert grievance.number not in text(sign_in(Client(), account))


def test_a_late_one_says_so_and_names_the_ways_that_are_open(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    grievance = make_grievance(world)
    after = TOLD_AT + timedelta(days=40)
    run_out_of_time(grievance.id, by=Actor.system("Clock", world.tenant.id), at=after)
    now_is(monkeypatch, after)

    page = text(member_of(world))

    assert "We are late. We still owe you an answer." in page
    assert "Complain to the DMHC Help Center" in page


def test_the_page_asks_little_of_the_database(world: World) -> None:
    for _ in range(3):
        make_grievance(world)
    browser = member_of(world)

    with CaptureQueriesContext(connection) as asked:
        browser.get(PAGE)

    assert len(asked) <= 4 + SIGN_IN
