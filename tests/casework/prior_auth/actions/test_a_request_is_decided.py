"""One request from its arrival to each of its answers, through the actions."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factories.decisions import (
    DECIDED_AT,
    a_denial,
    answer_points,
    nurse_of,
    physician_of,
    with_physician,
)
from factories.prior_auth import NOTE, make_request, make_world
from openmso.casework.prior_auth.actions.approve import NotForANurse, approve
from openmso.casework.prior_auth.actions.approve_in_part import NotAPart, approve_in_part
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.clock_keeping import compute_clocks
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import Decision
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S003-15", "S003-01", "S000-70", "S001-188")
def test_a_nurse_approves_what_meets_every_point_and_it_holds_ninety_days() -> None:
    world = make_world("MEDI-CAL")
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="met")

    approve(request.id, by=nurse, at=DECIDED_AT)

    request.refresh_from_db()
    assert request.state == State.APPROVED
    assert request.authorization_number.startswith("AU-")
    assert request.valid_from_on == date(2026, 11, 20)
    assert request.valid_until_on == date(2027, 2, 19)  # exclusive: February 18 is the last day
    assert "90 days" in request.validity_why
    assert Decision.objects.get(request=request).criteria_edition == world.edition


@pytest.mark.requirement("S003-15")
def test_an_approval_ends_with_coverage_when_that_comes_first() -> None:
    world = make_world()
    world.member.coverage_spans.update(until_on=date(2027, 1, 1))
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="met")

    approve(request.id, by=nurse, at=DECIDED_AT)

    request.refresh_from_db()
    assert request.valid_until_on == date(2027, 1, 1)
    assert "coverage" in request.validity_why


def test_what_the_practice_says_of_itself_is_not_enough_for_a_nurse() -> None:
    world = make_world()
    request = make_request(world, met=True)

    with pytest.raises(NotForANurse, match="physician"):
        approve(request.id, by=nurse_of(world), at=DECIDED_AT)


def test_a_nurse_cannot_approve_what_is_not_met() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="no_information")

    with pytest.raises(NotForANurse, match="2"):
        approve(request.id, by=nurse, at=DECIDED_AT)


@pytest.mark.requirement("S003-38", "S003-29")
def test_a_physician_denies_and_the_letters_are_ordered() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)

    deny(request.id, denial=a_denial(world), by=physician, at=DECIDED_AT, version=request.version)

    request.refresh_from_db()
    assert request.state == State.DENIED
    letters = OrderedLetter.objects.filter(case_id=request.id)
    assert sorted(letters.values_list("kind", "receiver_kind")) == [
        ("denial", "member"),
        ("denial", "practice"),
    ]
    assert not WorklistItem.objects.filter(case_id=request.id, closed_at=None).exists()
    decide = next(one for one in of_case(world.tenant.id, request.id) if one.purpose == "decide")
    assert decide.met_at == DECIDED_AT
    assert history(world.tenant.id, request.id)[-1].name == "letter.ordered"


@pytest.mark.requirement("S004-21")
def test_a_denial_that_wants_something_else_first_is_tagged_and_its_letters_say_it() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    denial = a_denial(world, alternative="Six weeks of exercise with a therapist")

    deny(request.id, denial=denial, by=physician, at=DECIDED_AT, version=request.version)

    assert request.decisions.get().is_alternative_first
    assert request.decisions.get().alternative == denial.alternative
    letters = OrderedLetter.objects.filter(case_id=request.id)
    told = {
        one.receiver_kind: one.content["fields"]["refusal"]["alternative"]["text"]
        for one in letters
    }
    assert told == {"member": denial.alternative, "practice": denial.alternative}


def test_a_part_approval_keeps_both_halves() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician, quantity=12, unit="visit")

    approve_in_part(
        request.id,
        approved={1: Decimal(8)},
        denial=a_denial(world),
        by=physician,
        at=DECIDED_AT,
        version=request.version,
    )

    request.refresh_from_db()
    assert request.state == State.PARTLY_APPROVED
    assert request.services.get().approved_quantity == 8
    assert request.authorization_number


@pytest.mark.parametrize("amount", [0, 12, 13, -1])
def test_a_part_is_more_than_nothing_and_less_than_everything(amount: int) -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician, quantity=12, unit="visit")

    with pytest.raises(NotAPart):
        approve_in_part(
            request.id,
            approved={1: Decimal(amount)},
            denial=a_denial(world),
            by=physician,
            at=DECIDED_AT,
            version=request.version,
        )


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
def test_stored_deadlines_equal_recomputed_ones_after_a_decision(line_of_business: str) -> None:
    world = make_world(line_of_business)
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="met")
    approve(request.id, by=nurse, at=DECIDED_AT + timedelta(hours=1))
    request.refresh_from_db()

    stored = {
        (row.purpose, row.rule_id): (row.due_at, row.governs, row.extended)
        for row in of_case(world.tenant.id, request.id)
    }
    computed = {
        (clock.purpose, clock.rule.id): (clock.due_at, clock.governs, clock.extended)
        for clock in compute_clocks(request)
    }

    assert stored == computed


@pytest.mark.requirement("S003-40", "S003-11")
def test_missing_papers_are_asked_for_and_the_case_waits_at_intake() -> None:
    world = make_world()

    request = make_request(world, files=(), clinical_summary="")

    assert request.state == State.RECEIVED
    assert {one["code"] for one in request.missing} == {"clinical_notes", "criteria_answers"}
    assert WorklistItem.objects.get(case_id=request.id).queue == "intake"


def test_papers_without_answers_are_complete() -> None:
    world = make_world()

    request = make_request(world, files=(NOTE,), clinical_summary="")

    assert request.missing == []
    assert request.state == State.IN_REVIEW
