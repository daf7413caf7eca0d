"""A member reads where a request stands, what was decided and why, and what can be done."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from factories import roster
from factories.access import make_account, sign_in, signed_in
from factories.decided import CLINICAL_REASON, PLAIN_REASON, PLAIN_REASON_ES, make_denied
from factories.prior_auth import World, make_request, make_world
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.roster.benefits.models import AuthorizationListEntry
from page_checks import assert_ids_resolve, assert_nothing_inline

from .conftest import SignedIn
from .pages_read import words_of

SATURDAY = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def _approved(world: World) -> AuthorizationRequest:
    AuthorizationListEntry.objects.update(auto_approve=True, auto_approve_rule="All points met.")
    return make_request(world, met=True)


def _words(member: Client, case: AuthorizationRequest) -> str:
    page = member.get(f"/member/requests/{case.id}/")
    assert page.status_code == 200
    assert_ids_resolve(page.content.decode())
    assert_nothing_inline(page.content.decode())
    return words_of(page)


def test_the_first_page_says_where_it_stands_and_by_when_the_answer_comes(
    world: World, member: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: SATURDAY)
    make_request(world)

    words = words_of(member.get("/member/"))

    assert "MRI of the lower spine" in words
    assert "A nurse is looking at it now." in words
    assert "Our answer comes by the end of November 26, 2026." in words


def test_the_due_time_comes_with_its_rule_in_plain_words(
    world: World, member: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: SATURDAY)
    words = _words(member, make_request(world))

    assert "The rule gives us 7 days from the time we got the request." in words
    assert "42 CFR 422.568" in words


def test_a_late_answer_is_called_late(
    world: World, member: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: SATURDAY + timedelta(days=33))
    words = _words(member, make_request(world))

    assert "We are late. We still owe you an answer." in words


def test_a_yes_says_what_until_when_and_why_then(world: World, member: Client) -> None:
    case = _approved(world)

    words = _words(member, case)

    assert "We said yes. You can get this care." in words
    assert case.authorization_number in words
    assert case.validity_why in words
    assert "This does not promise that your plan pays" in words
    assert "right away, by a set rule" in words


@pytest.mark.requirement("S004-20")
def test_a_no_says_who_by_title_why_and_what_can_be_done(world: World, member: Client) -> None:
    words = _words(member, make_denied(world))

    assert "One of our doctors said no." in words
    assert "a doctor who works for us" in words
    assert "Phil Physician" not in words
    assert PLAIN_REASON in words
    assert CLINICAL_REASON in words
    assert "“Not medically necessary” means" in words
    assert "Ask us to look again (an appeal)" in words
    assert "The last day is" in words


def test_a_no_in_spanish_has_its_reason_and_its_remedies_in_spanish(
    world: World, member_in: SignedIn
) -> None:
    words = _words(member_in("es"), make_denied(world))

    assert PLAIN_REASON_ES in words
    assert "Dijimos que no." in words
    assert "Resonancia de la espalda baja" in words
    assert "Ask us to look again" not in words


def test_the_accounts_language_counts_until_another_is_chosen(
    world: World, member_in: SignedIn
) -> None:
    member = member_in("es")
    first = member.get("/member/", headers={"Accept-Language": "en"})
    member.post("/language/", {"language": "en", "next": "/member/"})
    then = member.get("/member/")

    assert '<html lang="es"' in first.content.decode()
    assert first.headers["Content-Language"] == "es"
    assert '<html lang="en"' in then.content.decode()


def test_an_account_in_a_language_we_do_not_speak_falls_back(
    world: World, member_in: SignedIn
) -> None:
    assert '<html lang="en"' in member_in("zh-Hant").get("/member/").content.decode()


def test_no_other_members_request_is_ever_shown(world: World, member: Client) -> None:
    other = roster.make_member(world.tenant, plan=world.plan, ipa=world.ipa, given_name="Teodora")
    theirs = make_request(world, member_id=other.id)
    foreign = make_request(make_world())

    answers = [
        member.get(f"/member/requests/{request_id}/")
        for request_id in (theirs.id, foreign.id, uuid4())
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1
    assert theirs.number not in member.get("/member/").content.decode()


@pytest.mark.parametrize("role", [Role.NURSE, Role.PHYSICIAN, Role.INTAKE, Role.OFFICE_ADMIN])
@pytest.mark.parametrize("address", ["", "letters/"])
def test_nobody_else_has_business_here(world: World, role: Role, address: str) -> None:
    assert signed_in(role, world.tenant).get(f"/member/{address}").status_code == 403


def test_a_practice_is_refused(world: World) -> None:
    practice = signed_in(Role.PRACTICE, world.tenant, practice_id=world.practice.id)

    assert practice.get("/member/").status_code == 403


def test_an_account_without_a_member_is_refused(world: World) -> None:
    """It would otherwise see everybody's requests."""
    account = make_account(Role.MEMBER, world.tenant)

    assert sign_in(Client(), account).get("/member/").status_code == 403


def test_nothing_can_be_sent_to_these_pages(world: World, member: Client) -> None:
    assert member.post("/member/").status_code == 405
