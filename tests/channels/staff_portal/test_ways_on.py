"""On a denied case the desk reads what the member may still do, so that a caller is told right."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from factories.access import signed_in
from factories.decided import make_denied
from factories.decisions import DECIDED_AT
from factories.prior_auth import make_request, make_world
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db
SIGN_IN = 1


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


def page_of(case: AuthorizationRequest) -> str:
    return reverse("staff:prior_auth_case", kwargs={"request_id": case.id})


@pytest.mark.requirement("IMP-07")
def test_a_denied_case_shows_the_member_s_ways_with_state_day_and_rule() -> None:
    world = make_world("KK")
    case = make_denied(world)
    nurse = signed_in(Role.NURSE, world.tenant)

    text = nurse.get(page_of(case), headers={"Accept-Language": "es"}).content.decode()

    assert "What the member may still do" in text
    assert "Open now" in text
    assert "Opens later" in text
    assert 'href="/rulebook/KK-GRIEV-FILE-180/"' in text
    assert "not known here" in text


def test_the_page_still_takes_eight_queries(
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    world = make_world("MEDI-CAL")
    case, nurse = make_denied(world), signed_in(Role.NURSE, world.tenant)
    nurse.get(page_of(case))

    with django_assert_max_num_queries(8 + SIGN_IN):
        nurse.get(page_of(case))


def test_an_open_case_shows_none() -> None:
    world = make_world()
    nurse = signed_in(Role.NURSE, world.tenant)

    text = nurse.get(page_of(make_request(world))).content.decode()

    assert "What the member may still do" not in text
