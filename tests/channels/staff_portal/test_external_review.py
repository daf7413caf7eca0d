"""The desk of outside reviews, by pages alone: from the refused request to the proof of service."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import signed_in
from factories.decided import make_denied
from factories.external_review import (
    make_reviewed,
    make_ruled,
    review_desk,
    review_papers,
    to_sent,
)
from factories.prior_auth import World, make_world
from openmso.casework.external_review.domain.packet import OwedBy
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.remedies.rows import Prediction
from openmso.casework.remedies.table import default_table
from openmso.channels.staff_portal.external_review.words import MISSING, PREDICTED
from openmso.office.access.roles import Role
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

TODAY = datetime.fromisoformat("2027-02-01T18:00:00+00:00")
LETTER = {
    "dated_on": "01/28/2027",
    "received_on": "01/29/2027",
    "received_time": "9:00 AM",
    "way": "mail",
    "reference": "MN27-1",
    "words": "It qualifies.",
}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world("KK")


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.SUPERVISOR, world.tenant)


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.txt", b"An invented letter.", content_type="text/plain")


def address(case: ExternalReview, act: str = "") -> str:
    return f"/staff/external-review/{case.id}/{act}"


def page(browser: Client, where: str) -> str:
    answer = browser.get(where)
    assert answer.status_code == 200, where
    content = answer.content.decode()
    assert_ids_resolve(content)
    assert_nothing_inline(content)
    return strip_tags(content)


def do(browser: Client, case: ExternalReview, act: str, **typed: object) -> None:
    answer = browser.post(address(case, f"do/{act}/"), typed)
    assert answer.status_code == 302, strip_tags(answer.content.decode())


@pytest.mark.requirement("S004-36")
def test_from_a_refused_request_to_the_proof_of_service(world: World, desk: Client) -> None:
    denied = make_denied(world)
    assert "Begin an outside review" in page(desk, f"/staff/prior-auth/{denied.id}/")
    begin = f"/staff/prior-auth/{denied.id}/outside-review/"
    page(desk, begin)

    typed = {"forum": "independent_medical_review", "speed": "standard"}
    desk.post(begin, typed | {"outside_doctors": "Omar Haddad, MD; 9 Sample Way"})
    case = ExternalReview.objects.get(request=denied)
    do(desk, case, "filed", happened_on="01/20/2027", happened_time="10 AM", way="mail")
    do(desk, case, "accepted", **LETTER, speed="standard", paper=a_file())
    do(desk, case, "our-papers")
    for paper in review_papers(case):
        if paper.owed_by == OwedBy.NETWORK_DOCTOR:
            where = address(case, f"papers/{paper.id}/")
            page(desk, where)
            desk.post(where, {"what": "ask", "way": "fax"})
            desk.post(where, {"what": "receive", "way": "fax", "paper": a_file()})
    do(desk, case, "packet", way="portal")
    do(desk, case, "coverage", **LETTER, answer="covered", paper=a_file())
    do(desk, case, "delay", reason="doctors_records_missing", note="")
    assert "Papers of a doctor are missing." in page(desk, address(case))
    do(desk, case, "goes-on")
    do(desk, case, "ruling", **LETTER, answer="for_member", paper=a_file())
    assert "cannot be closed without" in page(desk, address(case))
    refused = desk.post(address(case, "do/close/"))
    assert refused.status_code == 409
    do(desk, case, "proof", served_on="01/31/2027", served_what="MRI", paper=a_file())
    do(desk, case, "evidence", way="portal")
    do(desk, case, "close")

    text = page(desk, address(case))
    assert "Private and confidential under California law" in text
    assert "IMR-IMPL-5WD" in text
    case.refresh_from_db()
    assert (case.state, case.request.state) == ("closed", "approved")


@pytest.mark.requirement("S004-47")
def test_the_log_shows_every_contact_of_every_case(world: World, desk: Client) -> None:
    case = make_reviewed(world)
    do(
        desk,
        case,
        "contact",
        direction="to_them",
        way="phone",
        about="Asked where to send the packet",
        happened_on="01/20/2027",
        happened_time="10 AM",
    )

    text = page(desk, "/staff/external-review/log/")

    assert "Asked where to send the packet" in text
    assert "Notice that the application qualifies" in text
    assert case.number in text


@pytest.mark.requirement("S004-17")
def test_a_letter_that_is_needed_is_asked_for_and_nothing_typed_is_lost(
    world: World, desk: Client
) -> None:
    case = make_reviewed(world)

    answer = desk.post(address(case, "do/not-qualified/"), LETTER)

    assert answer.status_code == 422
    content = answer.content.decode()
    assert "Choose the file." in content
    assert "It qualifies." in content


def test_a_packet_that_is_not_ready_names_what_is_missing(world: World, desk: Client) -> None:
    case = make_reviewed(world)

    answer = desk.post(address(case, "do/packet/"), {"way": "portal"})

    assert answer.status_code == 409
    assert f"Not here yet: Records of {world.practitioner.full_name}" in answer.content.decode()


def test_a_hearing_is_recorded_with_what_was_told(world: World, desk: Client) -> None:
    denied = make_denied(world)
    begin = f"/staff/prior-auth/{denied.id}/outside-review/"
    lacking = desk.post(begin, {"forum": "state_hearing", "speed": "standard"})
    assert lacking.status_code == 422

    desk.post(
        begin,
        {
            "forum": "state_hearing",
            "speed": "expedited",
            "told_on": "01/28/2027",
            "told_time": "9 AM",
            "asked_on": "01/25/2027",
            "way": "fax",
        },
    )

    case = ExternalReview.objects.get(request=denied)
    assert (case.forum, case.urgent) == ("state_hearing", True)
    assert "State Hearing" in page(desk, "/staff/external-review/")


def test_the_history_and_the_prediction_are_told_in_words(world: World, desk: Client) -> None:
    case, _ = make_ruled(world)

    text = page(desk, address(case))

    assert "owed by a doctor in the network" in text
    assert re.search(r"for the member\s*dated \d\d/\d\d/\d{4}", text)
    assert not re.search(r"\d{4}-\d{2}-\d{2}|network doctor|imr form", text)
    assert set(PREDICTED) == set(Prediction) - {Prediction.GO_ON}
    assert set(MISSING) == set(default_table().papers)


@pytest.mark.requirement("S004-38")
def test_who_looked_stands_on_the_page(world: World, desk: Client) -> None:
    case = make_reviewed(world)
    nurse = signed_in(Role.NURSE, world.tenant, name="Nadia Nurse")

    page(nurse, address(case))

    assert "Nadia Nurse" in page(desk, address(case))


def test_the_pages_ask_the_database_little(world: World, desk: Client) -> None:
    case = make_reviewed(world)
    for where, most in ((address(case), 8), ("/staff/external-review/", 4)):
        desk.get(where)
        with CaptureQueriesContext(connection) as seen:
            desk.get(where)
        assert len(seen) - 2 <= most, "\n".join(one["sql"] for one in seen.captured_queries)


def test_a_closed_act_says_why(world: World, desk: Client) -> None:
    case, _ = make_ruled(world)

    answer = desk.get(address(case, "do/packet/"))

    assert answer.status_code == 409
    assert "not while the case is" in strip_tags(answer.content.decode())


def test_the_letter_with_the_list_is_among_the_letters(world: World, desk: Client) -> None:
    by = review_desk(world)
    case = to_sent(make_reviewed(world), by, at=TODAY - timedelta(days=1))

    assert case.number in page(desk, "/staff/letters/")
