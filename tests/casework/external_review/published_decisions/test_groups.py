"""The broad groups: every category in one, every code in at most one, named in two languages."""

from collections import Counter
from itertools import pairwise

import pytest

from openmso.casework.external_review.published_decisions.groups import (
    OTHER,
    diagnosis_groups,
    group_in_file,
    groups_of_diagnoses,
    groups_of_services,
    treatment_groups,
)
from openmso.standards.codes.service_codes import house_services


@pytest.mark.parametrize("groups", [diagnosis_groups(), treatment_groups()])
def test_each_category_stands_in_one_group_and_other_stands_last(groups: object) -> None:
    assert groups in (diagnosis_groups(), treatment_groups())
    known = diagnosis_groups() if groups == diagnosis_groups() else treatment_groups()
    written = Counter(name.casefold() for group in known.values() for name in group.in_file)

    assert not [name for name, times in written.items() if times > 1]
    assert list(known)[-1] == OTHER
    assert all(group.en and group.es for group in known.values())
    assert all(len(key) <= 30 for key in known)


def test_the_spans_of_codes_do_not_meet() -> None:
    spans = sorted(span for group in diagnosis_groups().values() for span in group.icd10)

    assert all(first <= last for first, last in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans)), spans


@pytest.mark.parametrize(
    ("codes", "groups"),
    [
        (["M54.16"], ["bones_joints"]),
        (["f840"], ["autism"]),
        (["F32.9", "C50.911", "F33.1"], ["mental_health", "cancer"]),
        (["R51.9"], []),
        ([], []),
    ],
)
def test_codes_are_compared_with_groups(codes: list[str], groups: list[str]) -> None:
    assert groups_of_diagnoses(codes) == groups


def test_services_are_compared_by_the_categories_of_our_own_list() -> None:
    ours = {service.category for service in house_services()}
    named = {name for group in treatment_groups().values() for name in group.services}

    assert named <= ours, f"no service has the category: {named - ours}"
    assert groups_of_services(["imaging", "test", "transport"]) == ["imaging_tests"]


def test_categories_are_known_in_any_letters() -> None:
    assert group_in_file(diagnosis_groups(), "AUTISM SPECTRUM") == "autism"
    assert group_in_file(diagnosis_groups(), "Space sickness") is None
