"""The decision table, row by row: rows.yaml has at least one member for each."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.remedies import facts, remedy, routed
from openmso.casework.remedies.as_object import as_object, decided_by
from openmso.casework.remedies.states import State
from openmso.casework.remedies.table import default_table
from openmso.rulebook.book import default_rulebook

PAGE = yaml.safe_load((Path(__file__).parent / "rows.yaml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = PAGE["cases"]
GATES = {row.id: row for row in (*default_table().coverage, *default_table().dispute)}


def facts_of(case: dict[str, Any]) -> dict[str, Any]:
    return {**case["facts"], **case.get("also", {})}


def word(value: object) -> object:
    """YAML takes a bare no for a truth value."""
    return "no" if value is False else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["row"])
@pytest.mark.requirement("S004-01", "S004-07", "S004-11", "S004-12", "S004-14", "S004-19")
def test_each_row_decides_as_the_table_says(case: dict[str, Any]) -> None:
    answer = routed(facts_of(case), on=PAGE["as_of"])
    review = remedy(answer, "imr")

    keys = [one.key for one in answer.remedies]
    assert case["row"] in decided_by(answer.case)
    assert answer.case.deciding.prediction == word(case["prediction"])
    assert review.state == case["imr"]
    assert set(case.get("lists", ())) <= set(keys)
    assert not set(case.get("lacks", ())) & set(keys)
    if "opens_on" in case:
        assert review.opens_on == case["opens_on"]
    if "all" in case:
        assert {one.state for one in answer.remedies} == {State(case["all"])}


def test_every_row_has_a_member() -> None:
    assert {case["row"] for case in CASES} == set(GATES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["row"])
def test_the_ways_a_row_sends_a_member_are_among_the_remedies(case: dict[str, Any]) -> None:
    answer = routed(facts_of(case), on=PAGE["as_of"])

    assert set(answer.case.coverage.to) <= {one.key for one in answer.remedies}


@pytest.mark.parametrize("row", ["C3", "C13", "G1", "G2", "G4"])
def test_an_open_point_is_a_person_s_and_says_what_is_open(row: str) -> None:
    case = next(case for case in CASES if case["row"] == row)

    answer = routed(facts_of(case), on=PAGE["as_of"])

    prediction = as_object(answer)["prediction"]
    assert isinstance(prediction, dict)
    assert prediction["human_review"] is True
    assert GATES[row].open_point
    assert remedy(answer, "imr").state is State.PERSON


def test_the_list_of_county_plans_is_no_list_but_a_fact_of_each_plan() -> None:
    assert "old" in GATES["C5"].open_point
    assert default_table().questions["licensed_plan"].by_office


def test_a_refusal_on_two_grounds_is_looked_at_as_a_medical_one() -> None:
    grievance = {"answered_at": "2026-10-05", "result": "upheld"}
    base = facts_of(CASES[-1]) | {"grievance": grievance, "provider_link": "SEEN"}

    mixed = routed(base, basis="MIXED")
    not_covered = routed(base, basis="NOT-COVERED")

    assert decided_by(mixed.case)[-1] == "D1"
    assert decided_by(not_covered.case)[-1] == "D10"


@pytest.mark.requirement("S004-18")
def test_a_drug_denied_for_necessity_is_like_any_other_service() -> None:
    """Only what Medi-Cal Rx pays goes another way: the plan did not decide it."""
    case = next(case for case in CASES if case["row"] == "C12")

    by_the_plan = routed(facts_of(case), medi_cal_rx=False)
    by_medi_cal_rx = routed(facts_of(case), medi_cal_rx=True)

    assert remedy(by_the_plan, "imr").state is State.OPEN
    assert decided_by(by_medi_cal_rx.case) == ["C6"]


def test_the_license_is_a_fact_and_no_name() -> None:
    assert facts(coverage="MA-AIP").licensed_plan is None


@pytest.mark.requirement("S004-42")
def test_the_sections_of_the_act_stand_as_data_beside_what_they_support() -> None:
    table = default_table()
    rows = (*table.coverage, *table.dispute, *table.remedies, *table.papers.values())

    for row in rows:
        assert row.source, row.id
        assert row.verified, row.id
    sources = " ".join(row.source for row in rows)
    assert "HSC 1374.30" in sources
    assert "HSC 1370.4" in sources
    assert default_rulebook().rule("IMR-FILE-6M").source.startswith("HSC 1374.30(k)")


def test_the_last_word_is_named_in_the_data_and_told_with_every_prediction() -> None:
    told = as_object(routed(coverage="KK-COMMERCIAL"))["prediction"]

    assert isinstance(told, dict)
    assert told["final_judge"] == default_table().final_judge == "DMHC"
