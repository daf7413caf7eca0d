"""Which ways to go on a letter names: by the plan's settings, other coverage and what was asked."""

import pytest

from factories.decided import make_denied
from factories.decisions import DECIDED_AT
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_coverage, make_plan
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import Said
from openmso.casework.prior_auth.remedies_named import (
    remedies_after_extension,
    remedies_after_no,
)
from openmso.office.letters.composing import compose
from openmso.office.letters.fields import Length, Remedy
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.letter import Reader
from openmso.office.letters.models import OrderedLetter

pytestmark = pytest.mark.django_db

THREE_DAYS = Length(count=72, unit="hours")


def a_world(line_of_business: str, **settings: object) -> World:
    world = make_world(line_of_business)
    for name, value in settings.items():
        setattr(world.plan, name, value)
    world.plan.save()
    return world


def named_in(world: World, **given: object) -> dict[str, Remedy]:
    request = make_request(world, **given)
    remedies = remedies_after_no(
        request, said=Said.NO, ground=Ground.MEDICAL_APPROPRIATENESS, at=DECIDED_AT
    )
    return {remedy.key: remedy for remedy in remedies}


def named(line_of_business: str, **given: object) -> dict[str, Remedy]:
    return named_in(make_world(line_of_business), **given)


@pytest.mark.parametrize("licensed", [True, False])
def test_a_medi_cal_plan_without_a_license_gets_no_review_by_the_state_named(
    licensed: bool,
) -> None:
    keys = set(named_in(a_world("MEDI-CAL", licensed_plan=licensed)))

    assert {"plan_appeal", "keep_service", "state_hearing", "ask_a_person"} <= keys
    assert ("imr" in keys) is licensed
    assert ("dmhc_complaint" in keys) is licensed


def test_a_commercial_plan_has_the_review_and_medicare_has_none() -> None:
    medicare = set(named("MA"))

    assert named("KK")["imr"].file_within == Length(count=6, unit="months")
    assert {"medicare_reconsideration", "medicare_independent_entity"} <= medicare
    assert not {"imr", "state_hearing", "dmhc_complaint"} & medicare


@pytest.mark.requirement("S004-12")
def test_who_is_covered_by_an_employer_s_own_money_goes_by_federal_law() -> None:
    keys = set(named_in(a_world("KK", funding="self_funded", licensed_plan=False)))

    assert "federal_external_review" in keys
    assert not {"imr", "dmhc_complaint", "plan_grievance"} & keys


def test_a_member_who_has_medicare_too_is_sent_to_a_person_for_the_state_s_review() -> None:
    world = make_world("MEDI-CAL")
    # It pays after Medi-Cal here, so that the request stays with Medi-Cal.
    medicare = make_plan(world.tenant, "MA", pays_before=99)
    make_coverage(world.member, medicare, world.ipa)

    remedies = named_in(world)

    assert remedies["imr"].by_a_person
    assert not remedies["plan_appeal"].by_a_person
    assert any("both Medicare and Medi-Cal" in one.en for one in remedies["ask_a_person"].warnings)


@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize(("is_drug", "days"), [(False, 30), (True, 7)])
def test_an_appeal_about_a_part_b_drug_is_answered_in_seven_days(
    is_drug: bool, days: int, urgent: bool
) -> None:
    appeal = named("MA", is_drug=is_drug, marked_urgent=urgent)["medicare_reconsideration"]

    # A letter names both answers, the usual and the fast one, however fast the request was.
    assert appeal.answer_within == Length(count=days, unit="calendar_days")
    assert appeal.fast_answer_within == THREE_DAYS


@pytest.mark.parametrize("line_of_business", ["MEDI-CAL", "KK"])
def test_elsewhere_a_drug_changes_nothing(line_of_business: str) -> None:
    assert named(line_of_business, is_drug=True) == named(line_of_business)


def test_who_does_not_agree_with_more_time_is_answered_within_a_day() -> None:
    request = make_request(make_world("MA"))

    (remedy,) = remedies_after_extension(request, at=DECIDED_AT)

    assert remedy.answer_within == Length(count=24, unit="hours")


@pytest.mark.parametrize("licensed", [True, False])
def test_the_letter_with_the_no_says_so(licensed: bool) -> None:
    world = a_world("MEDI-CAL", licensed_plan=licensed)

    denied = make_denied(world)

    letter = OrderedLetter.objects.get(case_id=denied.id, kind="denial", reader=Reader.MEMBER)
    elements = {block.element for block in compose(thawed(letter.content)).blocks}
    assert ("independent_medical_review" in elements) is licensed
    assert {"appeal", "state_hearing"} <= elements
