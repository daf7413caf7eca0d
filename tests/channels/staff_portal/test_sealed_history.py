"""The office administrator sees how far the history is sealed, and how to prove it."""

from collections.abc import Callable
from typing import Any

import pytest

from factories.access import signed_in
from factories.roster import make_tenant
from office.seals.sealed_office import sealed_office, write_history
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db
SIGN_IN = 1
PAGE = "/staff/sealed/"


def test_it_says_since_when_and_up_to_where_all_is_sealed_and_names_the_command(
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    office = sealed_office(seals=3, lines=5)
    write_history(office, lines=1)
    admin = signed_in(Role.OFFICE_ADMIN, office)
    admin.get(PAGE)

    with django_assert_max_num_queries(4 + SIGN_IN):
        text = admin.get(PAGE).content.decode()

    assert (
        "Everything recorded up to 11/20/2026 12:00 PM PST is sealed: 18 lines in 3 seals, "
        "the first one of 11/20/2026 10:00 AM PST." in text
    )
    assert "2 newer lines wait for the next seal" in text
    assert "openmso audit verify" in text


def test_before_the_first_seal_it_says_so() -> None:
    text = signed_in(Role.OFFICE_ADMIN, make_tenant()).get(PAGE).content.decode()

    assert "Nothing is sealed yet." in text


def test_another_office_s_seals_do_not_count() -> None:
    sealed_office()

    text = signed_in(Role.OFFICE_ADMIN, make_tenant()).get(PAGE).content.decode()

    assert "Nothing is sealed yet." in text
