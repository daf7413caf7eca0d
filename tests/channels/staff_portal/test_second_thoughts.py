"""On the staff desk: a case is opened again, is no duplicate, or has newer criteria."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from factories.access import make_account, sign_in, signed_in
from factories.decided import make_denied
from factories.decisions import DECIDED_AT, answer_points, nurse_of, with_physician
from factories.prior_auth import World, make_criteria, make_request, make_world
from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.prior_auth.actions.join import join
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db
SIGN_IN = 1
LATER = DECIDED_AT + timedelta(days=10)
Asserter = Callable[..., Any]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def nurse(world: World) -> Client:
    return signed_in(Role.NURSE, world.tenant)


def page_of(case: AuthorizationRequest, name: str = "prior_auth_case") -> str:
    return reverse(f"staff:{name}", kwargs={"request_id": case.id})


def state_of(case: AuthorizationRequest) -> str:
    return str(AuthorizationRequest.objects.get(id=case.id).state)


def test_the_clock_of_a_reopened_case_is_on_its_page_and_on_the_list(world: World) -> None:
    case = make_denied(world)
    supervisor = signed_in(Role.SUPERVISOR, world.tenant)
    before = supervisor.get(page_of(case, "prior_auth_reopen")).content.decode()

    supervisor.post(page_of(case, "prior_auth_reopen"), {"why": "New notes came."})

    page = supervisor.get(page_of(case)).content.decode()
    listed = supervisor.get(reverse("staff:worklist", args=["physician"])).content.decode()
    assert "A new clock starts now, by the rule for a new request." in before
    assert "Opened again" in page
    assert "Denied, before the case was opened again" in page
    assert "the time of a new request is counted from then" in page
    assert "12/07/2026" in page
    assert "Opened again" in listed
    assert case.number in listed


def test_too_late_to_open_again_is_told_before_anything_is_typed(world: World) -> None:
    case = make_denied(world)
    with time_machine.travel(DECIDED_AT + timedelta(days=400), tick=False):
        supervisor = signed_in(Role.SUPERVISOR, world.tenant)
        page = supervisor.get(page_of(case, "prior_auth_reopen")).content.decode()
        sent = supervisor.post(page_of(case, "prior_auth_reopen"), {"why": "New notes came."})

    for text in (page, sent.content.decode()):
        assert "MA-REOPEN-1Y let this decision be opened again until 11/20/2027" in text
        assert "The practice can send a new request at any time." in text
    assert sent.status_code == 422
    assert state_of(case) == "denied"


def test_what_looks_like_a_duplicate_and_is_none_goes_on_by_itself(
    world: World, nurse: Client
) -> None:
    first, second = make_request(world), make_request(world)
    assert f"This looks like {first.number}" in nurse.get(page_of(second)).content.decode()
    assert page_of(second, "prior_auth_not_duplicates") in (
        nurse.get(page_of(second, "prior_auth_join")).content.decode()
    )

    empty = nurse.post(page_of(second, "prior_auth_not_duplicates"), {"why": ""})
    done = nurse.post(page_of(second, "prior_auth_not_duplicates"), {"why": "The right knee."})

    page = nurse.get(page_of(second)).content.decode()
    assert empty.status_code == 422
    assert done["Location"] == page_of(second)
    assert f"This looks like {first.number}" not in page
    assert "Found not to be duplicates" in page
    assert "The right knee." in nurse.get(page_of(first)).content.decode()


def test_it_can_be_taken_back_on_either_of_the_two_cases(world: World, nurse: Client) -> None:
    first, second = make_request(world), make_request(world)
    nurse.post(page_of(second, "prior_auth_not_duplicates"), {"why": "The right knee."})
    offered = nurse.get(page_of(first)).content.decode()

    back = page_of(first, "prior_auth_duplicates_after_all")
    shown = nurse.get(back).content.decode()
    nurse.post(back, {"other": str(second.id)})

    assert back in offered
    assert "The right knee. (Nora Nurse)" in shown
    assert f"This looks like {second.number}" in nurse.get(page_of(first)).content.decode()
    assert back not in nurse.get(page_of(first)).content.decode()


def test_a_joined_request_is_taken_out_again_on_its_own_page(world: World, nurse: Client) -> None:
    first, second = make_request(world), make_request(world)
    join(first.id, into_id=second.id, by=nurse_of(world), at=DECIDED_AT)
    assert page_of(first, "prior_auth_not_duplicates") in (
        nurse.get(page_of(first)).content.decode()
    )

    nurse.post(page_of(first, "prior_auth_not_duplicates"), {"why": "The right knee."})

    assert state_of(first) == "in_review"
    again = nurse.post(
        page_of(first, "prior_auth_join"), {"goes_on": str(second.id), "other": str(second.id)}
    )
    assert again.status_code == 422
    assert "Take that back first" in again.content.decode()


def test_taking_a_request_out_again_stays_within_its_budget(
    world: World, nurse: Client, django_assert_max_num_queries: Asserter
) -> None:
    first, second = make_request(world), make_request(world)
    nurse.post(page_of(second, "prior_auth_not_duplicates"), {"why": "Warm up."})
    nurse.get(page_of(first))

    with django_assert_max_num_queries(8 + SIGN_IN):
        nurse.get(page_of(second))


def test_a_reworded_set_of_criteria_is_shown_and_renewed(world: World, nurse: Client) -> None:
    case = make_request(world)
    answer_points(case, nurse_of(world), p1="met", p2="not_met")
    renewed = page_of(case, "prior_auth_renew_criteria")
    assert renewed not in nurse.get(page_of(case)).content.decode()
    CriteriaEdition.objects.filter(id=world.edition.id).update(until_on=LATER.date())
    make_criteria(world.tenant, edition="2026-2", from_on=LATER.date())

    page = nurse.get(page_of(case)).content.decode()
    asked = nurse.get(renewed).content.decode()
    done = nurse.post(renewed, {"version": AuthorizationRequest.objects.get(id=case.id).version})
    again = nurse.post(renewed, {})

    assert "Edition 2026-1 of the criteria no longer serves" in page
    assert renewed in page
    assert "No point has other words." in asked
    assert done["Location"] == page_of(case)
    after = nurse.get(page_of(case)).content.decode()
    assert "edition 2026-2" in after
    assert "Criteria renewed to another edition" in after
    assert "no longer serves" not in after
    assert again.status_code == 422


def test_the_physician_reads_on_the_desk_that_the_edition_no_longer_serves(world: World) -> None:
    account = make_account(Role.PHYSICIAN, world.tenant)
    case = with_physician(world, account.as_actor())
    CriteriaEdition.objects.filter(id=world.edition.id).update(until_on=LATER.date())

    page = sign_in(Client(), account).get(page_of(case, "prior_auth_decide")).content.decode()

    assert "Edition 2026-1 of the criteria no longer serves" in page
    assert "Tell your supervisor" in page
