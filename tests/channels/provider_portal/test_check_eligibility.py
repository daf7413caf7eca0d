"""Eligibility through the page: each outcome on its receipt, each mistake beside its field."""

from datetime import date

import pytest
from django.test import Client

from factories import roster
from factories.prior_auth import World
from openmso.roster.eligibility.models import CoverageSpan, EligibilityReceipt
from page_checks import assert_ids_resolve, assert_nothing_inline

from .pages_read import form_of, words_of

ALMA = {"family_name": "Quintero", "birth_date": "03/14/1958", "for_date": "12/01/2026"}
PAGE = "/practice/eligibility/"


@pytest.mark.requirement("S003-16", "S003-14")
def test_a_covered_patient_gets_a_numbered_dated_receipt(world: World, practice: Client) -> None:
    page = practice.post(PAGE, ALMA)

    receipt = EligibilityReceipt.objects.get()
    words = words_of(page)
    assert page.status_code == 200
    assert receipt.number in words
    assert f"Covered on 12/01/2026 by {world.plan.name} through {world.ipa.name}." in words
    assert "Checked" in words
    assert "Coverage can change: check again on the day of service." in words
    assert_ids_resolve(page.content.decode())
    assert_nothing_inline(page.content.decode())


def test_the_receipt_has_an_address_and_says_the_same_later(practice: Client) -> None:
    at_once = words_of(practice.post(PAGE, ALMA))
    receipt = EligibilityReceipt.objects.get()

    later = practice.get(f"/practice/receipts/{receipt.number}/")

    assert words_of(later) == at_once


def test_a_member_number_is_enough(world: World, practice: Client) -> None:
    span = CoverageSpan.objects.get(member=world.member)

    page = practice.post(PAGE, {"number": span.member_number.lower(), "for_date": "12/01/2026"})

    assert "Eligible" in words_of(page)


def test_coverage_that_ended_says_since_when(world: World, practice: Client) -> None:
    member = roster.make_member(world.tenant, family_name="Abel")
    roster.make_coverage(member, world.plan, world.ipa, until_on=date(2026, 11, 1))

    page = practice.post(PAGE, ALMA | {"family_name": "Abel"})

    assert "Not covered on 12/01/2026: coverage ended on 10/31/2026." in words_of(page)


@pytest.mark.requirement("S003-14")
def test_the_wrong_ipa_names_the_right_one(world: World, practice: Client) -> None:
    other = roster.make_ipa(world.tenant)

    page = practice.post(PAGE, ALMA | {"ipa": str(other.id)})

    assert f"Covered on 12/01/2026, but through {world.ipa.name}." in words_of(page)


def test_nobody_found_says_what_to_check(practice: Client) -> None:
    page = practice.post(PAGE, ALMA | {"family_name": "Nobody"})

    assert "Nobody here fits what you typed." in words_of(page)
    assert "Check the spelling of the name and the birth date." in words_of(page)


def test_two_found_asks_for_one_more_fact_and_tells_neither(world: World, practice: Client) -> None:
    twin = roster.make_member(
        world.tenant, plan=world.plan, ipa=world.ipa, given_name="Teodora", family_name="Quintero"
    )

    page = practice.post(PAGE, ALMA)

    html = page.content.decode()
    assert "Add one more fact" in words_of(page)
    for secret in ("Teodora", "Alma", twin.number_in_office, world.member.number_in_office):
        assert secret not in html


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"birth_date": "02/30/1958"}, "That month has no day 30."),
        ({"birth_date": "03/14/2035"}, "This day lies ahead."),
        ({"birth_date": ""}, "Write the birth date, or the member number above."),
        ({"family_name": ""}, "Write the family name, or the member number above."),
        ({"for_date": "13/01/2026"}, "There is no month 13."),
        ({"for_date": ""}, "Fill this in."),
        ({"ipa": "no-such"}, "Choose one of the answers shown."),
        ({"family_name": "Quin\x00tero"}, "This text held hidden characters"),
    ],
)
def test_a_mistake_gets_its_sentence_and_nothing_typed_is_lost(
    practice: Client, typed: dict[str, str], sentence: str
) -> None:
    page = practice.post(PAGE, ALMA | {"given_name": "Alma"} | typed)

    assert page.status_code == 422
    assert sentence in words_of(page)
    kept = form_of(page)
    assert kept["given_name"] == "Alma"
    assert kept["birth_date"] == typed.get("birth_date", ALMA["birth_date"])
    assert_ids_resolve(page.content.decode())
    assert not EligibilityReceipt.objects.exists()


def test_a_receipt_of_another_practice_is_not_found(
    practice: Client, other_practice: Client, foreign_practice: Client
) -> None:
    practice.post(PAGE, ALMA)
    number = EligibilityReceipt.objects.get().number

    answers = [
        other_practice.get(f"/practice/receipts/{number}/"),
        foreign_practice.get(f"/practice/receipts/{number}/"),
        practice.get("/practice/receipts/E-261122-AAAA-AAAA/"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_two_people_on_one_day_each_see_their_own_name(
    practice: Client, other_practice: Client
) -> None:
    """The frame of the receipt is kept for the day; it must not be kept for somebody else."""
    other_practice.post(PAGE, ALMA)
    mine = practice.post(PAGE, ALMA).content.decode()
    theirs = other_practice.post(PAGE, ALMA).content.decode()

    def token(html: str) -> str:
        return html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]

    assert token(mine) != token(theirs)
    assert "\x1a" not in mine + theirs
