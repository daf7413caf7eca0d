"""The invented criteria can be read by members, and every key of the list has a set."""

from datetime import date

import pytest

from openmso.office.letters.reading_level import reading_grade
from openmso.project.demo.law.criteria import CriteriaSet, criteria_sets
from openmso.project.demo.population.authorization_list import authorization_list
from openmso.project.demo.year.wishes import wishes

MOST_GRADE = 6


@pytest.mark.parametrize("each", criteria_sets(), ids=lambda each: each.key)
def test_what_a_member_reads_is_plain(each: CriteriaSet) -> None:
    hard = [plain for _, _, plain, _ in each.points if reading_grade(plain) > MOST_GRADE]

    assert hard == []
    assert 3 <= len(each.points) <= 6


def test_every_key_of_the_authorization_list_has_criteria() -> None:
    lines = {"MA", "MEDI-CAL", "KK", "AZ-COMM"}
    keys = {entry.criteria_key for entry in authorization_list(date(2026, 11, 24), lines=lines)}

    assert keys - {""} <= {each.key for each in criteria_sets()}


def test_a_no_is_written_in_plain_words_in_both_languages() -> None:
    for wish in wishes().values():
        if wish.no is not None:
            assert reading_grade(wish.no.plain) <= MOST_GRADE, wish.no.plain
            assert wish.no.plain_es
            assert wish.no.clinical
