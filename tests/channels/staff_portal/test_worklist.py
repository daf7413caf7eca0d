"""The list of a desk: most urgent first, filtered by links, a page at a time, lean."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.access import make_account, sign_in, signed_in
from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from factories.roster import make_ipa
from openmso.office.access.roles import Role
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db
NURSES = "/staff/worklist/nurse/"
Asserter = Callable[..., Any]
SIGN_IN = 1


@pytest.fixture
def world() -> World:
    return make_world()


def numbers_on(html: str, world: World) -> list[str]:
    items = WorklistItem.objects.filter(tenant=world.tenant)
    found = {item.case_number: html.find(item.case_number) for item in items}
    return sorted((number for number, at in found.items() if at > 0), key=lambda one: found[one])


@pytest.mark.requirement("S003-28")
def test_the_list_is_ordered_by_time_left(world: World) -> None:
    late = make_request(world)
    soon = make_request(world, received_at=RECEIVED_AT - timedelta(days=3))
    urgent = make_request(world, marked_urgent=True)

    page = signed_in(Role.NURSE, world.tenant).get(NURSES).content.decode()

    assert numbers_on(page, world) == [urgent.number, soon.number, late.number]


def test_a_page_of_the_list_takes_four_queries(
    world: World, django_assert_max_num_queries: Asserter
) -> None:
    for _ in range(3):
        make_request(world)
    client = signed_in(Role.NURSE, world.tenant)
    client.get(NURSES)

    with django_assert_max_num_queries(4 + SIGN_IN):
        answer = client.get(NURSES)

    assert answer.status_code == 200


def test_the_next_page_goes_on_where_this_one_ends_and_back(world: World) -> None:
    for hours in range(30):
        make_request(world, received_at=RECEIVED_AT - timedelta(days=hours))
    client = signed_in(Role.NURSE, world.tenant)

    first = client.get(NURSES)
    second = client.get(first.context["page"].pages.next_href)
    again = client.get(second.context["page"].pages.previous_href)

    assert len(numbers_on(first.content.decode(), world)) == 25
    assert len(numbers_on(second.content.decode(), world)) == 5
    assert numbers_on(again.content.decode(), world) == numbers_on(first.content.decode(), world)
    assert second.context["page"].pages.next_href == ""


def test_an_empty_list_says_which_filters_are_on(world: World) -> None:
    make_request(world)

    page = signed_in(Role.NURSE, world.tenant).get(f"{NURSES}?whose=mine&urgency=expedited")

    text = page.content.decode()
    assert "No case fits these filters." in text
    assert "Whose: My list, Urgency: Expedited" in text


def test_the_filter_of_an_ipa_keeps_the_others_out(world: World) -> None:
    request = make_request(world)
    other = make_ipa(world.tenant)
    client = signed_in(Role.NURSE, world.tenant)

    theirs = client.get(f"{NURSES}?ipa={other.key}").content.decode()
    ours = client.get(f"{NURSES}?ipa={world.ipa.key}").content.decode()

    assert request.number not in theirs
    assert request.number in ours


@pytest.mark.parametrize(
    "query",
    [
        "after=nonsense",
        "after=2026-01-01~x",
        "before=%00",
        "whose=everybody",
        "ipa=%27",
        "urgency=1",
    ],
)
def test_a_misspelled_address_shows_the_list_all_the_same(world: World, query: str) -> None:
    request = make_request(world)

    answer = signed_in(Role.NURSE, world.tenant).get(f"{NURSES}?{query}")

    assert answer.status_code == 200
    assert request.number in answer.content.decode()


def test_an_unknown_queue_is_not_found(world: World) -> None:
    assert signed_in(Role.NURSE, world.tenant).get("/staff/worklist/nobody/").status_code == 404


def test_a_nurse_takes_a_case_and_gives_it_back(world: World) -> None:
    request = make_request(world)
    nurse = make_account(Role.NURSE, world.tenant)
    client = sign_in(Client(), nurse)
    item = WorklistItem.objects.get(case_id=request.id, closed_at=None)

    taken = client.post(reverse("staff:take", args=[item.id]), {"back": f"{NURSES}?whose=all"})
    item.refresh_from_db()
    assert (taken.status_code, taken["Location"]) == (302, f"{NURSES}?whose=all")
    assert item.assignee_id == nurse.id
    assert request.number in client.get(f"{NURSES}?whose=mine").content.decode()

    client.post(reverse("staff:give_back", args=[item.id]))
    item.refresh_from_db()
    assert item.assignee_id is None


def test_script_gets_the_row_alone(world: World) -> None:
    request = make_request(world)
    item = WorklistItem.objects.get(case_id=request.id, closed_at=None)

    answer = signed_in(Role.NURSE, world.tenant).post(
        reverse("staff:take", args=[item.id]), headers={"HX-Request": "true"}
    )

    text = answer.content.decode()
    assert text.startswith("<tr ")
    assert "Give back" in text


def test_only_a_supervisor_moves_a_case_that_lies_with_somebody_else(world: World) -> None:
    request = make_request(world)
    item = WorklistItem.objects.get(case_id=request.id, closed_at=None)
    signed_in(Role.NURSE, world.tenant).post(reverse("staff:take", args=[item.id]))

    another = signed_in(Role.NURSE, world.tenant).post(reverse("staff:take", args=[item.id]))
    supervisor = signed_in(Role.SUPERVISOR, world.tenant).post(
        reverse("staff:give_back", args=[item.id])
    )

    assert another.status_code == 403
    assert supervisor.status_code == 302


def test_the_way_back_never_leaves_the_portal(world: World) -> None:
    request = make_request(world)
    item = WorklistItem.objects.get(case_id=request.id, closed_at=None)

    answer = signed_in(Role.NURSE, world.tenant).post(
        reverse("staff:take", args=[item.id]), {"back": "https://elsewhere.example/"}
    )

    assert answer["Location"] == "/staff/worklist/"


def test_a_list_shows_no_price_and_no_count_of_denials(world: World) -> None:
    make_request(world)

    page = signed_in(Role.PHYSICIAN, world.tenant).get("/staff/worklist/physician/")

    text = page.content.decode().lower()
    assert "$" not in text
    assert "denied" not in text
    assert "denial" not in text


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.INTAKE, "/staff/worklist/intake/"),
        (Role.NURSE, "/staff/worklist/nurse/"),
        (Role.PHYSICIAN, "/staff/worklist/physician/"),
        (Role.SUPERVISOR, "/staff/worklist/nurse/"),
        (Role.OFFICE_ADMIN, "/staff/jobs/"),
    ],
)
def test_everybody_lands_where_their_work_lies(world: World, role: Role, place: str) -> None:
    assert signed_in(role, world.tenant).get("/staff/")["Location"] == place
