"""A member asks before care whether it is covered: information at once, then an answer in time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories import roster
from factories.access import signed_in
from factories.prior_auth import MRI, World
from openmso.casework.prior_auth.letters.teller import Teller
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.timeline.deadlines import of_case
from openmso.roster.eligibility.models import CoverageSpan

from .conftest import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S001-18")]

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
ASK = "/member/ask/"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def patient(world: World) -> World:
    """The member has a primary care doctor who works at the practice."""
    CoverageSpan.objects.filter(member=world.member).update(pcp=world.practitioner)
    return world


def typed(**changed: Any) -> dict[str, Any]:
    return {
        "client_key": "one-form-" + "k" * 12,
        "code": MRI,
        "care_on": "",
        "care_from": "",
        "why": "My back hurts and my leg is weak.",
        "urgent": "normal",
    } | changed


def only_case(world: World) -> AuthorizationRequest:
    return AuthorizationRequest.objects.get(tenant=world.tenant)


def test_care_is_found_by_words_and_what_is_known_is_told_as_information(
    patient: World, member: Client
) -> None:
    found = member.get(ASK, {"q": "mri spine"}).content.decode()
    page = member.get(ASK, {"code": MRI}).content.decode()

    assert f"?code={MRI}" in found
    assert "It needs our yes first" in page
    assert "This is not our answer yet." in page


def test_the_page_is_whole_in_spanish(patient: World, member_in: SignedIn) -> None:
    page = member_in("es").get(ASK, {"code": MRI}).content.decode()

    assert "Resonancia de la espalda baja" in page
    for words in ("Antes necesita nuestro sí", "En el tiempo normal", "Pedir una respuesta"):
        assert words in page


def test_the_question_is_a_request_by_the_member_with_a_clock_of_its_own(
    patient: World, member: Client
) -> None:
    answer = member.post(ASK, typed())

    case = only_case(patient)
    clock = of_case(patient.tenant.id, case.id)[0]
    page = member.get(answer["Location"]).content.decode()
    assert (case.asked_by, case.channel, case.received_at) == ("member", "member", NOW)
    assert (clock.rule_id, clock.started_at) == ("MA-OD-STD-PA-7", NOW)
    assert "My back hurts" in case.clinical_summary
    assert "You asked for this care." in page
    assert "Our answer comes by" in member.get("/member/").content.decode()


def test_a_member_who_says_it_is_urgent_gets_the_fast_clock_until_a_person_reads_it(
    patient: World, member: Client
) -> None:
    member.post(ASK, typed(urgent="urgent"))

    case = only_case(patient)
    assert case.urgency == "expedited"
    assert "fast track holds until a person reads it" in case.urgency_why


def test_letters_and_the_desk_name_the_member_as_the_one_who_asked(
    patient: World, member: Client
) -> None:
    member.post(ASK, typed())
    nurse = signed_in(Role.NURSE, patient.tenant)
    case = only_case(patient)

    shown = nurse.get(reverse("staff:prior_auth_case", args=[case.id])).content.decode()

    assert "Doctor who can send papers" in shown
    assert Teller(case, "en").case().requested_by == patient.member.full_name


def test_a_double_click_is_one_question(patient: World, member: Client) -> None:
    first, again = member.post(ASK, typed()), member.post(ASK, typed())
    other = member.post(ASK, typed(why="Something else."))

    assert first["Location"] == again["Location"]
    assert other.status_code == 409
    assert "You sent this before." in other.content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"why": ""}, "Fill this in."),
        ({"care_on": "01/02/2020"}, "This day is past."),
        ({"care_on": "02/30/2027"}, "no day 30"),
        ({"urgent": "very"}, "Choose one"),
    ],
)
def test_a_mistake_gets_a_sentence_and_loses_nothing_typed(
    patient: World, member: Client, changed: dict[str, str], sentence: str
) -> None:
    answer = member.post(ASK, typed(care_from="Dr. Invented") | changed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Dr. Invented" in answer.content.decode()
    assert not AuthorizationRequest.objects.filter(tenant=patient.tenant).exists()


def test_without_a_known_doctor_the_member_is_told_to_call(world: World, member: Client) -> None:
    answer = member.post(ASK, typed())

    assert answer.status_code == 409
    assert "We do not know your doctor." in answer.content.decode()


def test_what_needs_no_yes_is_answered_at_once(patient: World, member: Client) -> None:
    roster.make_service_code("G0008", "Flu shot", unit="each")
    roster.make_list_entry(patient.tenant, "G0008", plan=patient.plan, answer="not_required")

    page = member.get(ASK, {"code": "G0008"}).content.decode()
    member.post(ASK, typed(code="G0008"))

    assert "It does not need our yes" in page
    assert only_case(patient).state == "not_needed"


def test_a_code_nobody_knows_is_not_found(patient: World, member: Client) -> None:
    assert member.get(ASK, {"code": "ZZZZZ"}).status_code == 404
    assert member.post(ASK, typed(code="ZZZZZ")).status_code == 404
    assert member.post(ASK, {}).status_code == 404


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pages_ask_the_database_little(
    patient: World, member_in: SignedIn, language: str
) -> None:
    member = member_in(language)
    member.get(ASK)
    for address in (f"{ASK}?q=mri", f"{ASK}?code={MRI}"):
        with CaptureQueriesContext(connection) as seen:
            member.get(address)
        assert len(seen.captured_queries) - 2 <= 6
