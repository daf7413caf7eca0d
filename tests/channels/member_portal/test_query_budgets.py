"""How many statements a member's page may ask for, beside the two of the sign-in itself."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.decided import make_denied
from factories.prior_auth import World, make_request

from .conftest import SignedIn

SIGN_IN = 1
LIST = 4
DETAIL = 8


def _statements(ask: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as seen:
        ask()
    return [one["sql"] for one in seen.captured_queries]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("address", ["", "letters/"])
def test_lists(world: World, member_in: SignedIn, language: str, address: str) -> None:
    member = member_in(language)
    make_request(world)
    make_denied(world)
    member.get("/member/")

    asked = _statements(lambda: member.get(f"/member/{address}"))

    assert len(asked) - SIGN_IN <= LIST, "\n".join(asked)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("make", [make_request, make_denied])
def test_one_request(
    world: World, member_in: SignedIn, language: str, make: Callable[..., object]
) -> None:
    member = member_in(language)
    case = make(world)
    member.get("/member/")

    asked = _statements(lambda: member.get(f"/member/requests/{vars(case)['id']}/"))

    assert len(asked) - SIGN_IN <= DETAIL, "\n".join(asked)
