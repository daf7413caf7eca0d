"""Names as they are searched and sorted."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from openmso.standards.names import search_form, sort_form, words_form


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Núñez-Peña", "nunezpena"),
        ("O'Brien", "obrien"),
        ("Nguyễn", "nguyen"),
        ("ĐẶNG", "dang"),
        ("Łukasz Strauß", "lukaszstrauss"),
        ("王", "王"),
        ("", ""),
    ],
)
def test_accents_marks_and_capitals_do_not_matter(written: str, searched: str) -> None:
    assert search_form(written) == searched


def test_people_are_ordered_by_family_name_then_given_name() -> None:
    people = [("Zamora", "Ana"), ("Ávila", "Óscar"), ("Avila", "Ana")]

    ordered = sorted(people, key=lambda person: sort_form(*person))

    assert ordered == [("Avila", "Ana"), ("Ávila", "Óscar"), ("Zamora", "Ana")]


@given(text())
def test_the_search_form_of_a_search_form_is_itself(written: str) -> None:
    once = search_form(written)

    assert search_form(once) == once
    assert words_form(words_form(written)) == words_form(written)
