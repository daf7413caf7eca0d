"""Is authorization needed: the three answers and the open one, with source and days."""

import pytest
from django.test import Client

from factories import roster
from factories.prior_auth import MRI, World
from openmso.roster.eligibility.models import EligibilityReceipt
from openmso.roster.plans.models import Delegation
from page_checks import assert_ids_resolve

from .pages_read import words_of

PAGE = "/practice/is-it-needed/"


def _ask(practice: Client, world: World, code: str = MRI, **more: str) -> str:
    asked = {"code": code, "on": "12/01/2026", "plan": str(world.plan.id), "receipt": ""}
    page = practice.get(PAGE, asked | more)
    assert_ids_resolve(page.content.decode())
    return words_of(page)


def test_needed_with_its_source_and_days(world: World, practice: Client) -> None:
    words = _ask(practice, world, MRI)

    assert "Authorization needed" in words
    assert "Invented list, edition 1" in words
    assert "from 01/01/2020" in words


def test_not_needed_offers_no_request(world: World, practice: Client) -> None:
    words = _ask(practice, world, "e0100")

    assert "No authorization needed" in words
    assert "Request authorization" not in words


def test_the_plan_decides_where_the_list_says_so(world: World, practice: Client) -> None:
    roster.make_list_entry(world.tenant, "A0430", "plan_decides", plan=world.plan)

    assert "The health plan decides" in _ask(practice, world, "A0430")


def test_the_plan_decides_where_the_contract_keeps_it(world: World, practice: Client) -> None:
    Delegation.objects.update(delegated=False)
    practice.post(
        "/practice/eligibility/",
        {"family_name": "Quintero", "birth_date": "03/14/1958", "for_date": "12/01/2026"},
    )

    number = EligibilityReceipt.objects.get().number
    words = _ask(practice, world, MRI, plan="", receipt=number)

    assert "The health plan decides" in words


def test_a_service_on_no_list_goes_to_a_person(world: World, practice: Client) -> None:
    assert "Send the request and a person looks at it." in _ask(practice, world, "99999")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"code": ""}, "Fill this in."),
        ({"on": "2/30/2026"}, "That month has no day 30."),
        ({"plan": ""}, "Choose the health plan, or write the number of a receipt."),
        ({"receipt": "E-000000-AAAA-AAAA"}, "We find no receipt of your office"),
    ],
)
def test_a_mistake_gets_its_sentence(
    world: World, practice: Client, asked: dict[str, str], sentence: str
) -> None:
    assert sentence in _ask(practice, world, **asked)


def test_codes_are_found_by_words_and_by_their_beginning(world: World, practice: Client) -> None:
    by_words = practice.get("/practice/codes/", {"q": "walk"}).json()["options"]
    by_code = practice.get("/practice/codes/", {"q": "e01"}).json()["options"]

    assert [one["value"] for one in by_words] == ["E0143"]
    assert {one["value"] for one in by_code} == {"E0143", "E0100"}
