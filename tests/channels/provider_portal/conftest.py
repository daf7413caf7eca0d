"""An office, its practice, and a person of that practice who is signed in."""

import pytest
from django.test import Client

from factories import roster
from factories.access import make_account, sign_in
from factories.prior_auth import MRI, World, make_world
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.roster.benefits.models import AuthorizationListEntry

EASY_RULE = "All points met: a walker with wheels is approved by rule."


@pytest.fixture
def world(db: None) -> World:
    """An office where an MRI needs a review, a walker is approved by rule and a cane is free."""
    world = make_world()
    roster.make_service_code("E0143", "Folding walker with wheels", unit="each")
    roster.make_service_code(MRI, "MRI of the lower spine", unit="study")
    roster.make_service_code("E0100", "Cane", unit="each")
    roster.make_list_entry(
        world.tenant,
        "E0143",
        plan=world.plan,
        criteria_key=world.edition.key,
        auto_approve=True,
        auto_approve_rule=EASY_RULE,
    )
    roster.make_list_entry(
        world.tenant, "E0100", AuthorizationListEntry.Answer.NOT_REQUIRED, plan=world.plan
    )
    return world


@pytest.fixture
def person(world: World) -> Account:
    return make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)


@pytest.fixture
def practice(person: Account) -> Client:
    """The browser of a person of the practice."""
    return sign_in(Client(), person)


@pytest.fixture
def other_practice(world: World) -> Client:
    """The browser of a person of another practice of the same office."""
    other = roster.make_practice(world.tenant)
    return sign_in(Client(), make_account(Role.PRACTICE, world.tenant, practice_id=other.id))


@pytest.fixture
def foreign_practice(db: None) -> Client:
    """The browser of a person of a practice in another office."""
    tenant = roster.make_tenant()
    other = roster.make_practice(tenant)
    return sign_in(Client(), make_account(Role.PRACTICE, tenant, practice_id=other.id))
