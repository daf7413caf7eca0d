"""An open office for each module of browser tests, and seats for its people."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from browser.open_office import OpenOffice, open_office
from browser.people import Person, account_with_password, give_a_session, seated
from factories.prior_auth import World
from openmso.office.access.roles import Role

_PATIENCE_MS = 15_000

Seat = Callable[..., Person]


@pytest.fixture(scope="module")
def office(
    browser: Browser, committed_rows: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenOffice]:
    """An office with its own database, files and clock; what a test leaves stays in the module."""
    with open_office(tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture
def seat(office: OpenOffice, browser: Browser) -> Iterator[Seat]:
    """Seat people: `seat(Role.NURSE, world)` gives a nurse with a session, or, with
    `at_the_door=True`, one who still has to sign in. `scripts=False` switches JavaScript off."""
    contexts: list[BrowserContext] = []

    def a_seat(
        role: Role,
        world: World,
        *,
        at_the_door: bool = False,
        scripts: bool = True,
        **account: Any,
    ) -> Person:
        if role in (Role.PRACTICE, Role.PRACTICE_MANAGER):
            account.setdefault("practice_id", world.practice.id)
        if role is Role.MEMBER:
            account.setdefault("member_id", world.member.id)
            account.setdefault("language", world.member.language)
        context = browser.new_context(
            java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
        )
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        person = seated(office, context, *account_with_password(role, world, **account))
        if not at_the_door:
            give_a_session(person)
        return person

    yield a_seat
    for context in contexts:
        context.close()
