"""How a no on a request is told to the remedy router: by settings and facts, never by a guess."""

from datetime import date
from typing import Any

import pytest

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import No, Said, facts_of
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.remedies.table import default_table
from openmso.roster.plans.models import LineOfBusiness

TOLD_ON = date(2026, 11, 20)


def a_no(**given: Any) -> No:
    fields: dict[str, Any] = {
        "line_of_business": "MEDI-CAL",
        "licensed_plan": True,
        "self_funded": False,
        "other_lines": frozenset(),
        "said": Said.NO,
        "ground": Ground.MEDICAL_APPROPRIATENESS,
        "urgency": Urgency.STANDARD,
        "is_drug": False,
        "on": TOLD_ON,
    }
    return No(**(fields | given))


@pytest.mark.parametrize(
    ("line_of_business", "licensed", "coverage"),
    [
        ("MA", True, "MA"),
        ("MEDI-CAL", True, "KK-MEDI-CAL"),
        ("MEDI-CAL", False, "NONKK-MEDI-CAL"),
        ("KK", True, "KK-COMMERCIAL"),
        ("AZ-COMM", False, "OTHER-STATE"),
        ("MEDI-CAL", None, None),
        ("", True, None),
    ],
)
def test_the_coverage_follows_from_the_law_and_the_plan_s_license(
    line_of_business: str, licensed: bool | None, coverage: str | None
) -> None:
    facts = facts_of(a_no(line_of_business=line_of_business, licensed_plan=licensed))

    assert facts.coverage == coverage
    assert facts.licensed_plan is licensed


def test_every_line_of_business_has_its_coverage_in_the_table() -> None:
    assert default_table().lines.keys() == set(LineOfBusiness.values)


@pytest.mark.requirement("S004-12")
def test_a_plan_that_an_employer_pays_goes_by_that_whatever_else_it_says() -> None:
    facts = facts_of(a_no(line_of_business="KK", self_funded=True))

    assert facts.coverage == "SELF-FUNDED"


@pytest.mark.parametrize(
    ("line_of_business", "others", "who"),
    [
        ("MA", {"MEDI-CAL"}, "Medicare"),
        ("MEDI-CAL", {"MA"}, "Medi-Cal"),
        ("MEDI-CAL", {"KK"}, None),
        ("KK", {"MA"}, None),
        ("MA", set(), None),
    ],
)
def test_a_member_with_both_programs_is_told_as_one(
    line_of_business: str, others: set[str], who: str | None
) -> None:
    facts = facts_of(a_no(line_of_business=line_of_business, other_lines=frozenset(others)))

    assert facts.benefit == who


def test_what_nobody_decided_has_no_ground() -> None:
    facts = facts_of(a_no(said=Said.LATER, ground=None))

    assert (facts.decision, facts.basis) == ("delay", None)


@pytest.mark.parametrize("line", LineOfBusiness.values)
@pytest.mark.parametrize("said", list(Said))
@pytest.mark.parametrize("ground", [None, *Ground])
@pytest.mark.parametrize("drug", [True, False])
def test_every_word_is_one_of_the_router_s(
    line: str, said: Said, ground: Ground | None, drug: bool
) -> None:
    questions = default_table().questions

    facts = facts_of(a_no(line_of_business=line, said=said, ground=ground, is_drug=drug))

    for name in ("coverage", "benefit", "decision", "basis", "provider_link", "grievance"):
        value = getattr(facts, name)
        assert value is None or value in questions[name].values, name


def test_a_medicare_drug_has_its_own_clock_and_elsewhere_there_is_no_part_b() -> None:
    assert facts_of(a_no(line_of_business="MA", is_drug=True)).part_b_drug is True
    assert facts_of(a_no(line_of_business="MEDI-CAL", is_drug=True)).part_b_drug is None
