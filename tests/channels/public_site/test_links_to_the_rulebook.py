"""Every due time in the product leads to the public page of its rule."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client

from factories.access import signed_in
from factories.decisions import DECIDED_AT
from factories.prior_auth import World, make_request, make_world
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.roles import Role
from openmso.office.law import rulebook
from openmso.rulebook.law_cited import laws_cited

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case(world: World) -> AuthorizationRequest:
    return make_request(world)


def rules_linked_on(client: Client, address: str) -> set[str]:
    """Return the rules an address links to; every one of them has a page."""
    page = client.get(address)
    assert page.status_code == 200
    linked = set(re.findall(r'href="/rulebook/([A-Z0-9-]+)/"', page.content.decode()))
    for rule_id in linked:
        assert client.get(f"/rulebook/{rule_id}/").status_code == 200
    return linked


def test_from_the_nurses_list(world: World, case: AuthorizationRequest) -> None:
    assert rules_linked_on(signed_in(Role.NURSE, world.tenant), "/staff/worklist/nurse/")


@pytest.mark.requirement("IMP-08")
def test_from_the_case_every_rule_that_speaks(world: World, case: AuthorizationRequest) -> None:
    linked = rules_linked_on(signed_in(Role.NURSE, world.tenant), f"/staff/prior-auth/{case.id}/")

    assert linked


def test_from_the_practice_s_page(world: World, case: AuthorizationRequest) -> None:
    practice = signed_in(Role.PRACTICE, world.tenant, practice_id=world.practice.id)

    assert rules_linked_on(practice, f"/practice/requests/{case.id}/")


def test_from_the_member_s_page(world: World, case: AuthorizationRequest) -> None:
    member = signed_in(Role.MEMBER, world.tenant, member_id=world.member.id)

    assert rules_linked_on(member, f"/member/requests/{case.id}/")


@pytest.mark.requirement("S004-44")
@pytest.mark.requirement("S004-43")
def test_from_a_case_to_the_text_of_the_law_and_the_day_it_was_checked(
    world: World, case: AuthorizationRequest
) -> None:
    client = signed_in(Role.NURSE, world.tenant)
    linked = rules_linked_on(client, f"/staff/prior-auth/{case.id}/")

    for rule_id in linked:
        rule = rulebook().rule(rule_id)
        page = client.get(f"/rulebook/{rule_id}/").content.decode()
        assert member_date(rule.checked_on, "en") in page
        for one in laws_cited(rule.citation):
            assert quote(one.address, safe="") in page or quote(one.address) in page
    assert any(laws_cited(rulebook().rule(rule_id).citation) for rule_id in linked)
