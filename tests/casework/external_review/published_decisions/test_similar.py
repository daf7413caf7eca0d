"""What reviewers decided about disputes like a request: by codes, and by nothing of ours."""

import pytest
from pytest_django import DjangoAssertNumQueries

from factories.published_decisions import decision, load
from factories.roster import make_tenant
from openmso.casework.external_review.published_decisions.domain.decision import Outcome
from openmso.casework.external_review.published_decisions.domain.figures import Rate
from openmso.casework.external_review.published_decisions.shipped import shipped
from openmso.casework.external_review.published_decisions.similar import similar_to

pytestmark = pytest.mark.django_db


def test_the_narrowest_comparison_stands_first(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    load(
        make_tenant(),
        *(decision(n, outcome=Outcome.UPHELD) for n in range(20)),
        *(decision(n) for n in range(20, 40)),
        *(decision(n, treatment_group="therapy") for n in range(40, 50)),
        decision(50, diagnosis_group="cancer"),
    )

    with django_assert_max_num_queries(4):
        similar = similar_to(diagnoses=["M54.16", "C50.911"], service_categories=["imaging"])

    assert similar.loaded
    assert [(one.about, one.counted.decisions) for one in similar.comparisons] == [
        ("Bones, joints, muscles and injuries, Scans and tests", 40),
        ("Bones, joints, muscles and injuries", 50),
        ("Scans and tests", 41),
    ]
    assert similar.comparisons[0].rate == Rate(50, 35, 65)


def test_too_few_decisions_give_no_rate() -> None:
    load(make_tenant(), *(decision(n) for n in range(29)))

    (one,) = similar_to(diagnoses=["M54.16"], service_categories=[]).comparisons

    assert one.counted.decisions == 29
    assert one.rate is None


def test_where_nothing_was_loaded_the_shipped_figures_answer_by_diagnosis() -> None:
    similar = similar_to(diagnoses=["M54.16"], service_categories=["imaging"])

    assert not similar.loaded
    (one,) = similar.comparisons
    assert 0 < one.counted.decisions < shipped().source.decisions


def test_codes_that_stand_in_no_group_are_compared_with_nothing() -> None:
    assert similar_to(diagnoses=["R51.9"], service_categories=["transport"]).comparisons == []
