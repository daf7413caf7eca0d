"""The desk of care that ends, by pages alone: from the announced end to what the QIO decided."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import signed_in
from factories.decided import make_denied
from factories.fast_track import make_decided, make_ending
from factories.prior_auth import World, make_world
from factories.stays import make_stay
from openmso.casework.appeals.models import Appeal
from openmso.casework.fast_track.domain.states import State
from openmso.casework.fast_track.models import FastTrackCase
from openmso.office.access.roles import Role
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

TODAY = datetime.fromisoformat("2026-11-28T20:00:00+00:00")  # Saturday noon in Los Angeles
WHY = "You can walk on your own. Your wound has closed."
BUDGET = {"list": 4, "detail": 8, "write": 12}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.SUPERVISOR, world.tenant)


def page(browser: Client, where: str) -> str:
    answer = browser.get(where)
    assert answer.status_code == 200, where
    content = answer.content.decode()
    assert_ids_resolve(content)
    assert_nothing_inline(content)
    return strip_tags(content)


def address(case: FastTrackCase, act: str = "") -> str:
    return f"/staff/fast-track/{case.id}/{f'do/{act}/' if act else ''}"


def do(browser: Client, case: FastTrackCase, act: str, day: str, time: str, **typed: str) -> None:
    page(browser, address(case, act))
    moment = {"received_on": f"11/{day}/2026", "received_time": time}
    answer = browser.post(address(case, act), moment | typed)
    assert answer.status_code == 302, strip_tags(answer.content.decode())


def announce(browser: Client, world: World, **typed: str) -> FastTrackCase:
    where = f"/staff/members/{world.member.id}/care-ends/"
    assert "Announce the end of care" in page(browser, f"/staff/members/{world.member.id}/")
    page(browser, where)
    fields = {"care": "home_health", "provider_name": "Harbor Home Care", "ends_on": "11/27/2026"}
    answer = browser.post(where, fields | typed)
    assert answer.status_code == 302, strip_tags(answer.content.decode())
    return FastTrackCase.objects.latest("recorded_at")


def test_from_the_announced_end_to_the_decision_by_pages_alone(world: World, desk: Client) -> None:
    case = announce(desk, world)
    unseen = {"given_by": "Pat Lowell", "proof": "refused_to_sign", "told_to": "Alma Quintero"}
    moment = {"received_on": "11/24/2026", "received_time": "10:00 AM"}
    refused = desk.post(address(case, "notice"), moment | unseen)
    assert (refused.status_code, "who saw it" in refused.content.decode()) == (422, True)
    do(desk, case, "notice", "24", "10:00 AM", **unseen, witness="Kim Osei")
    do(desk, case, "asked", "25", "2:00 PM", asked_by="Alma Quintero")
    assert "In time: the QIO hears it" in page(desk, address(case))
    do(desk, case, "told", "25", "3:00 PM", reference="Q-1")
    too_hard = (
        "Skilled physiotherapeutic intervention demonstrates negligible rehabilitative utility."
    )
    hard = desk.post(address(case, "reasons"), {"why": too_hard, "rule_used": "Manual"})
    assert (hard.status_code, "reads at grade" in hard.content.decode()) == (422, True)
    assert (
        desk.post(address(case, "reasons"), {"why": WHY, "rule_used": "Manual"}).status_code == 302
    )
    shown = page(desk, address(case))
    assert "Care ends reasons to the member" in shown
    case.refresh_from_db()
    assert case.state == State.REASONS_DUE


def test_the_qio_s_decision_is_written_down_and_carried_out(world: World, desk: Client) -> None:
    case, _ = make_decided(world)

    shown = page(desk, address(case))

    assert "The end stands" in shown
    assert "11/27/2026 11:59 PM" in shown
    assert "MA-NOMNC-COVERED" in shown
    assert "Only the QIO decides" not in shown
    assert "Skilled nursing facility" in shown.partition("History")[2]
    assert "ends on 11/27/2026" in shown
    assert not re.search(r"\d{4}-\d{2}-\d{2}|qio_|qio told", shown)
    do(desk, case, "ask-again", "27", "9:00 AM")
    answer = {"answer": "care_goes_on", "told_by": "Letter of 11/28/2026"}
    do(desk, case, "decision", "28", "9:00 AM", **answer)
    assert "needs a new notice" in page(desk, address(case))
    assert "Announce a new end" in page(desk, address(case))
    later = announce(desk, world, care="nursing_facility", ends_on="12/04/2026")
    assert later.came_from_id == case.id


def test_a_late_discharge_becomes_a_fast_appeal_by_pages(world: World, desk: Client) -> None:
    denied, stay = make_denied(world), make_stay(world)
    case = announce(desk, world, care="hospital_stay", stay=str(stay.id), provider_name="")
    assert case.provider_name == stay.hospital.name
    do(desk, case, "asked", "28", "10:00 AM", asked_by="Alma Quintero")
    assert "File the fast appeal" in page(desk, address(case))

    typed = {"request": str(denied.id), "words": "I am not well enough."}
    assert desk.post(address(case, "plan-appeal"), typed).status_code == 302

    case.refresh_from_db()
    assert case.appeal_id is not None
    assert Appeal.objects.get(id=case.appeal_id).request_id == denied.id


def test_what_is_not_possible_is_said_beside_the_form(world: World, desk: Client) -> None:
    case = make_ending(world)

    early = desk.post(address(case, "decision"), {"answer": "end_stands"})
    again = desk.post(
        f"/staff/members/{world.member.id}/care-ends/",
        {"care": "nursing_facility", "provider_name": "Another", "ends_on": "11/30/2026"},
    )

    assert early.status_code == 409
    assert (again.status_code, again["Location"]) == (302, address(case))
    assert desk.get(address(case, "nothing")).status_code == 404


@pytest.mark.parametrize(
    ("where", "most"), [("/staff/fast-track/", "list"), ("", "detail"), ("notice", "detail")]
)
def test_query_budgets(world: World, desk: Client, where: str, most: str) -> None:
    case = make_ending(world)
    asked = where if where.startswith("/") else address(case, where)
    desk.get(asked)

    with CaptureQueriesContext(connection) as seen:
        desk.get(asked)

    assert len(seen) - 2 <= BUDGET[most], "\n".join(one["sql"] for one in seen.captured_queries)
