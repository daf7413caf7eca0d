"""ICD-10-CM: a diagnosis is found by code or by words."""

import pytest

from openmso.standards.codes.diagnoses import diagnosis, find_diagnoses


@pytest.mark.parametrize("written", ["M17.11", "m1711", " M17.11 "])
def test_a_code_is_known_with_and_without_its_dot(written: str) -> None:
    found = diagnosis(written)

    assert found is not None
    assert (found.dotted, found.billable) == ("M17.11", True)


def test_a_heading_is_known_but_cannot_stand_on_a_request() -> None:
    heading = diagnosis("M17")

    assert heading is not None
    assert not heading.billable
    assert "M17" not in {found.code for found in find_diagnoses("M17")}


def test_the_beginning_of_a_code_lists_the_billable_ones_in_order() -> None:
    found = [each.code for each in find_diagnoses("M17.")]

    assert found == sorted(found)
    assert all(code.startswith("M17") for code in found)


def test_all_words_must_be_in_the_description() -> None:
    found = find_diagnoses("pain knee right")

    assert [each.dotted for each in found] == ["M25.561"]


@pytest.mark.parametrize("typed", ["", "z", ".", "qqqq zzzz", "'; --", "%"])
def test_odd_input_finds_nothing_and_breaks_nothing(typed: str) -> None:
    assert find_diagnoses(typed) == []


def test_a_list_of_diagnoses_stops_at_twenty_five() -> None:
    assert len(find_diagnoses("fracture")) == 25


def test_every_description_can_be_read_also_one_with_a_tabulator_in_it() -> None:
    found = diagnosis("H35.3113")

    assert found is not None
    assert "subfoveal involvement/ advanced dry stage" in found.description
    assert find_diagnoses("macular degeneration advanced dry stage")
    assert all("\t" not in one.description for one in find_diagnoses("none", limit=100_000))
