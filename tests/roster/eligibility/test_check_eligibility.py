"""The eligibility check: for the day of service, with a numbered receipt that remembers."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.roster import (
    make_actor,
    make_coverage,
    make_identifier,
    make_ipa,
    make_member,
    make_plan,
    make_tenant,
)
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.queries import history
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.actions.correct_coverage import end_coverage
from openmso.roster.eligibility.domain.answer import Outcome
from openmso.roster.eligibility.finding import find_members
from openmso.roster.eligibility.models import CoverageSpan, EligibilityReceipt
from openmso.roster.eligibility.queries import receipt_numbered, receipts_of_practice
from openmso.roster.members.domain.search import MemberSearch, NotEnoughToSearch

pytestmark = pytest.mark.django_db

# 22:30 on Friday in Los Angeles, already Saturday in UTC.
ASKED_AT = datetime(2026, 5, 9, 5, 30, tzinfo=UTC)
MAY_20 = date(2026, 5, 20)


def _question(for_date: date = MAY_20, **facts: Any) -> EligibilityQuestion:
    ipa_id = facts.pop("ipa_id", None)
    return EligibilityQuestion(search=MemberSearch(**facts), for_date=for_date, ipa_id=ipa_id)


@pytest.mark.requirement("S003-16", "S002-83")
def test_a_covered_member_gets_a_numbered_dated_receipt_that_says_what_to_verify() -> None:
    office = make_tenant()
    plan, ipa = make_plan(office), make_ipa(office)
    member = make_member(office, plan=plan, ipa=ipa)

    receipt = check_eligibility(
        _question(member_id=member.id, ipa_id=ipa.id), by=make_actor(office), at=ASKED_AT
    )

    assert receipt.outcome == Outcome.ELIGIBLE
    assert re.fullmatch(r"E-260508-[2-9A-Z]{4}-[2-9A-Z]{4}", receipt.number)
    assert receipt.asked_at == ASKED_AT
    assert receipt.answer["coverage"]["plan_name"] == plan.name
    assert receipt.answer["coverage"]["ipa_name"] == ipa.name
    assert "not_a_promise_to_pay" in receipt.answer["verify"]
    assert history(office.id, receipt.id)[0].name == "eligibility.checked"


@pytest.mark.requirement("S003-14")
def test_a_member_of_another_ipa_is_told_the_right_one() -> None:
    office = make_tenant()
    right, asked = make_ipa(office), make_ipa(office)
    member = make_member(office, plan=make_plan(office), ipa=right)

    receipt = check_eligibility(
        _question(member_id=member.id, ipa_id=asked.id), by=make_actor(office), at=ASKED_AT
    )

    assert receipt.outcome == Outcome.WRONG_IPA
    assert receipt.answer["coverage"]["ipa_name"] == right.name


def test_an_ended_coverage_names_its_last_day_and_the_next_beginning() -> None:
    office = make_tenant()
    plan, ipa = make_plan(office), make_ipa(office)
    member = make_member(office)
    make_coverage(member, plan, ipa, from_on=date(2026, 1, 1), until_on=date(2026, 5, 1))
    make_coverage(member, plan, ipa, from_on=date(2026, 7, 1))

    receipt = check_eligibility(_question(member_id=member.id), by=make_actor(office), at=ASKED_AT)

    assert receipt.outcome == Outcome.NOT_ELIGIBLE
    assert receipt.answer["coverage"]["last_day"] == "2026-04-30"
    assert receipt.answer["next_from_on"] == "2026-07-01"


def test_a_day_after_the_death_is_not_covered() -> None:
    office = make_tenant()
    member = make_member(office, plan=make_plan(office), deceased_on=date(2026, 5, 1))
    desk = make_actor(office)

    after = check_eligibility(_question(member_id=member.id), by=desk, at=ASKED_AT)
    on_the_day = check_eligibility(
        _question(date(2026, 5, 1), member_id=member.id), by=desk, at=ASKED_AT
    )

    assert (after.outcome, on_the_day.outcome) == (Outcome.NOT_ELIGIBLE, Outcome.ELIGIBLE)
    assert after.answer["deceased"] is True


def test_nobody_found_is_an_answer_with_a_receipt_too() -> None:
    office = make_tenant()

    receipt = check_eligibility(
        _question(family_name="Nobody", birth_date=date(1990, 1, 1)),
        by=make_actor(office),
        at=ASKED_AT,
    )

    assert receipt.outcome == Outcome.NOT_FOUND
    assert receipt.question == {"family_name": "Nobody", "birth_date": "1990-01-01"}


def test_two_people_with_one_name_and_birth_date_are_both_listed_and_neither_is_chosen() -> None:
    office = make_tenant()
    plan = make_plan(office)
    one, other = make_member(office, plan=plan), make_member(office, plan=plan)

    receipt = check_eligibility(
        _question(family_name=one.family_name, birth_date=one.birth_date),
        by=make_actor(office),
        at=ASKED_AT,
    )

    assert receipt.outcome == Outcome.MORE_THAN_ONE
    assert receipt.member_id is None
    listed = {person["member_id"] for person in receipt.answer["candidates"]}
    assert listed == {str(one.id), str(other.id)}


def test_the_receipt_keeps_what_was_known_when_the_coverage_is_corrected_later() -> None:
    office = make_tenant()
    desk = make_actor(office)
    member = make_member(office, plan=make_plan(office))
    receipt = check_eligibility(_question(member_id=member.id), by=desk, at=ASKED_AT)
    span = CoverageSpan.objects.get(member=member)

    end_coverage(
        span.id,
        until_on=date(2026, 4, 1),
        reason="file",
        by=desk,
        at=datetime(2026, 5, 21, tzinfo=UTC),
    )

    kept = receipt_numbered(desk, receipt.number.lower())
    assert kept.outcome == Outcome.ELIGIBLE
    assert kept.answer["coverage"]["last_day"] is None


def test_a_check_is_two_statements() -> None:
    office = make_tenant()
    tenant_by_id(office.id)
    member = make_member(office, plan=make_plan(office))
    asked = _question(family_name=member.family_name, birth_date=member.birth_date)

    with CaptureQueriesContext(connection) as statements:
        check_eligibility(asked, by=make_actor(office), at=ASKED_AT)

    changes = [line["sql"] for line in statements if "SAVEPOINT" not in line["sql"]]
    assert len(changes) == 2


@pytest.mark.parametrize("number", ["1EG4-TE5-MK73", "90000001a", "n-77 001"])
def test_a_member_is_found_by_any_of_their_numbers(number: str) -> None:
    office = make_tenant()
    member = make_member(office)
    make_member(office)
    make_identifier(member, "mbi", "1EG4TE5MK73")
    make_identifier(member, "cin", "90000001A")
    make_coverage(member, make_plan(office), make_ipa(office), member_number="N77001")

    with CaptureQueriesContext(connection) as statements:
        found = find_members(make_actor(office), MemberSearch(number=number), on=MAY_20)

    assert [row.member_id for row in found] == [member.id]
    assert len(statements) == 1


def test_the_beginning_of_a_name_finds_it_with_or_without_accents() -> None:
    office = make_tenant()
    member = make_member(office, family_name="Núñez-Peña", given_name="Íñigo")
    desk = make_actor(office)

    for typed in ("nunez", "Núñez P", "NUNEZPENA"):
        found = find_members(desk, MemberSearch(family_name=typed), on=MAY_20)
        assert [row.member_id for row in found] == [member.id]


def test_a_list_of_members_stops_at_twenty_five_and_shows_the_coverage_of_the_day() -> None:
    office = make_tenant()
    plan = make_plan(office)
    for _ in range(27):
        make_member(office, plan=plan)

    found = find_members(make_actor(office), MemberSearch(family_name="Qui"), on=MAY_20)

    assert len(found) == 25
    assert {row.plan_name for row in found} == {plan.name}


def test_another_offices_members_are_not_found() -> None:
    member = make_member(make_tenant())

    found = find_members(
        make_actor(make_tenant()), MemberSearch(family_name=member.family_name), on=MAY_20
    )

    assert found == []


def test_people_limited_to_an_ipa_find_only_its_members() -> None:
    office = make_tenant()
    plan, theirs, other = make_plan(office), make_ipa(office), make_ipa(office)
    member = make_member(office, plan=plan, ipa=theirs)
    make_member(office, plan=plan, ipa=other)
    clerk = make_actor(office, ipa_ids=frozenset({theirs.id}))

    found = find_members(clerk, MemberSearch(family_name="Quintero"), on=MAY_20)

    assert [row.member_id for row in found] == [member.id]


def test_a_practice_must_know_the_person_it_asks_about() -> None:
    office = make_tenant()
    practice = make_actor(office, practice_id=make_member(office).id)

    with pytest.raises(NotEnoughToSearch):
        find_members(practice, MemberSearch(family_name="Quintero"), on=MAY_20)
    with pytest.raises(NotEnoughToSearch):
        check_eligibility(_question(family_name="Quintero"), by=practice, at=ASKED_AT)
    assert EligibilityReceipt.objects.filter(tenant=office).count() == 0


def test_a_practice_finds_its_own_receipts_and_no_others() -> None:
    office = make_tenant()
    member = make_member(office)
    one, other = (make_actor(office, practice_id=make_member(office).id) for _ in range(2))
    receipt = check_eligibility(_question(member_id=member.id), by=one, at=ASKED_AT)

    assert receipts_of_practice(one) == [receipt]
    assert receipts_of_practice(other) == []
    with pytest.raises(EligibilityReceipt.DoesNotExist):
        receipt_numbered(other, receipt.number)
