"""A member who is signed in, with a request that goes its way."""

from collections.abc import Callable

import pytest
from django.test import Client

from factories import roster
from factories.access import make_account, sign_in
from factories.prior_auth import MRI, World, make_world
from openmso.office.access.roles import Role

SignedIn = Callable[[str], Client]


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    roster.make_service_code(
        MRI, "MRI of the lower spine", description_es="Resonancia de la espalda baja", unit="study"
    )
    return world


@pytest.fixture
def member_in(world: World) -> SignedIn:
    """Sign the member in, with this language on the account."""

    def signed_in(language: str) -> Client:
        account = make_account(
            Role.MEMBER, world.tenant, member_id=world.member.id, language=language
        )
        return sign_in(Client(), account)

    return signed_in


@pytest.fixture
def member(member_in: SignedIn) -> Client:
    return member_in("en")
