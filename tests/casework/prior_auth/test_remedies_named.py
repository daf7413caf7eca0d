"""Which ways to go on a letter names: by the plan's license and by what was asked for."""

import pytest

from factories.decided import make_denied
from factories.decisions import DECIDED_AT
from factories.prior_auth import make_request, make_world
from openmso.casework.prior_auth.remedies_named import (
    facts_of,
    remedies_after_extension,
    remedies_after_no,
)
from openmso.office.letters.composing import compose
from openmso.office.letters.fields import Length, Remedy, RemedyKind
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.letter import Reader
from openmso.office.letters.models import OrderedLetter

pytestmark = pytest.mark.django_db

THREE_DAYS = Length(count=72, unit="hours")


def named(
    line_of_business: str, *, licensed: bool = True, **given: object
) -> dict[RemedyKind, Remedy]:
    world = make_world(line_of_business)
    world.plan.licensed_plan = licensed
    world.plan.save()
    request = make_request(world, **given)
    return {remedy.kind: remedy for remedy in remedies_after_no(request, at=DECIDED_AT)}


@pytest.mark.parametrize(
    ("licensed", "kinds"),
    [
        (True, {"plan_appeal", "keep_service", "state_hearing", "independent_medical_review"}),
        (False, {"plan_appeal", "keep_service", "state_hearing"}),
    ],
)
def test_a_medi_cal_plan_without_a_license_gets_no_review_by_the_state_named(
    licensed: bool, kinds: set[str]
) -> None:
    assert {str(kind) for kind in named("MEDI-CAL", licensed=licensed)} == kinds


def test_a_commercial_plan_has_the_review_and_medicare_has_none() -> None:
    review = named("KK")[RemedyKind.INDEPENDENT_REVIEW]

    assert review.file_within == Length(count=6, unit="months")
    assert set(named("MA")) == {RemedyKind.PLAN_APPEAL}


@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize(("is_drug", "days"), [(False, 30), (True, 7)])
def test_an_appeal_about_a_part_b_drug_is_answered_in_seven_days(
    is_drug: bool, days: int, urgent: bool
) -> None:
    appeal = named("MA", is_drug=is_drug, marked_urgent=urgent)[RemedyKind.PLAN_APPEAL]

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


def test_the_license_is_the_plan_s_own_fact() -> None:
    world = make_world("MEDI-CAL")
    world.plan.licensed_plan = False
    world.plan.save()

    assert facts_of(make_request(world)) == {
        "line_of_business": "MEDI-CAL",
        "licensed_plan": False,
        "item_or_drug": "item",
    }


@pytest.mark.parametrize("licensed", [True, False])
def test_the_letter_with_the_no_says_so(licensed: bool) -> None:
    world = make_world("MEDI-CAL")
    world.plan.licensed_plan = licensed
    world.plan.save()

    denied = make_denied(world)

    letter = OrderedLetter.objects.get(case_id=denied.id, kind="denial", reader=Reader.MEMBER)
    elements = {block.element for block in compose(thawed(letter.content)).blocks}
    assert ("independent_medical_review" in elements) is licensed
    assert {"appeal", "state_hearing"} <= elements
