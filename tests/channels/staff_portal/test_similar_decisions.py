"""Beside the physician's decision: what independent reviewers decided about similar disputes."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factories.access import make_account, sign_in
from factories.decided import make_denied
from factories.decisions import DECIDED_AT, physician_of, with_physician
from factories.prior_auth import World, make_world
from factories.published_decisions import decision, load
from openmso.casework.external_review.published_decisions.domain.decision import Outcome
from openmso.casework.external_review.published_decisions.limits import limits
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-39")]
SIGN_IN = 1


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case(world: World) -> AuthorizationRequest:
    return with_physician(world, physician_of(world), diagnoses=("M54.16",))


@pytest.fixture
def desk(world: World) -> Client:
    return sign_in(Client(), make_account(Role.PHYSICIAN, world.tenant))


@pytest.fixture
def loaded(world: World) -> None:
    load(
        world.tenant,
        *(decision(n) for n in range(30)),
        *(decision(n, outcome=Outcome.UPHELD, treatment_group="surgery") for n in range(30, 60)),
    )


def address_of(case: AuthorizationRequest) -> str:
    return reverse("staff:prior_auth_similar", args=[case.id])


def box(desk: Client, case: AuthorizationRequest) -> str:
    answer = desk.get(address_of(case), headers={"hx-request": "true"})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_desk_offers_the_box_closed_with_a_plain_link(
    desk: Client, case: AuthorizationRequest
) -> None:
    html = desk.get(reverse("staff:prior_auth_decide", args=[case.id])).content.decode()

    assert "Similar public decisions" in html
    assert '<details class="card similar" id="similar-decisions">' in html
    assert f'hx-get="{address_of(case)}"' in html
    assert f'href="{address_of(case)}"' in html
    assert "for the member" not in html


def test_the_box_says_counts_years_interval_limits_and_source(
    desk: Client, case: AuthorizationRequest, loaded: None
) -> None:
    html = box(desk, case)

    assert "60 decisions, 2014: 30 for the member, 30 for the plan." in html
    assert "For the member in 50 of 100 (95% interval 37 to 63)." in html
    for limit in limits("en"):
        assert limit in html
    assert "Source:" in html
    assert 'href="/what-reviewers-decide/?diagnosis=bones_joints"' in html
    assert "Decide this case on its own records." in html
    assert "<html" not in html


def test_without_scripts_the_same_stands_on_a_page_of_the_case(
    desk: Client, case: AuthorizationRequest, loaded: None
) -> None:
    html = desk.get(address_of(case)).content.decode()

    assert "What independent reviewers decided about similar disputes" in html
    assert "60 decisions, 2014" in html
    assert_ids_resolve(html)
    assert_nothing_inline(html)


def test_where_the_file_was_not_loaded_the_shipped_counts_stand_and_it_is_said(
    desk: Client, case: AuthorizationRequest
) -> None:
    html = box(desk, case)

    assert "for the member" in html
    assert "The decisions themselves are not loaded here" in html


@pytest.mark.requirement("S000-69", "S001-187", "S003-39")
def test_no_decision_of_ours_is_counted(
    desk: Client, world: World, case: AuthorizationRequest, loaded: None
) -> None:
    before = box(desk, case)

    make_denied(world)

    assert box(desk, case) == before
    for word in ("$", "price", "margin", "denial rate", "our ", "your "):
        assert word not in before.lower(), word


def test_too_few_decisions_show_no_share(
    desk: Client, world: World, case: AuthorizationRequest
) -> None:
    load(world.tenant, decision(1))

    html = box(desk, case)

    assert "1 decisions" not in html
    assert "1 decision, 2014: 1 for the member, 0 for the plan." in html
    assert "Too few for a share." in html
    assert "of 100" not in html


def test_the_box_takes_eight_queries(
    desk: Client,
    case: AuthorizationRequest,
    loaded: None,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    desk.get(address_of(case))

    with django_assert_max_num_queries(8 + SIGN_IN):
        box(desk, case)


@pytest.mark.parametrize("role", [Role.PRACTICE, Role.MEMBER])
def test_outside_the_office_nobody_opens_it(
    world: World, case: AuthorizationRequest, role: Role
) -> None:
    who: dict[str, Any] = {
        Role.PRACTICE: {"practice_id": world.practice.id},
        Role.MEMBER: {"member_id": world.member.id},
    }[role]

    client = sign_in(Client(), make_account(role, world.tenant, **who))

    assert client.get(address_of(case)).status_code == 403


def test_another_office_s_case_is_not_found(case: AuthorizationRequest) -> None:
    elsewhere = make_world()

    client = sign_in(Client(), make_account(Role.PHYSICIAN, elsewhere.tenant))

    assert client.get(address_of(case)).status_code == 404
