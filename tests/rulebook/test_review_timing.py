"""Before, while and after care is given: which rules answer for which timing."""

from datetime import date
from itertools import product

import pytest

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.vocabulary import Consequence

BOOK = load_rulebook()
ON = date(2026, 11, 22)
pytestmark = pytest.mark.requirement("S003-02")


def asked(question: str, line: str, timing: str, *, on: date = ON, **more: object) -> set[str]:
    facts = {
        "line_of_business": line,
        "urgency": "standard",
        "item_or_drug": "item",
        "subject_to_prior_authorization": True,
        "review_timing": timing,
    }
    answers = BOOK.answers_in_force(f"prior_auth/{question}", on=on, facts=facts | more)
    return {answer.id for answer in answers}


@pytest.mark.parametrize(
    ("line", "urgency", "before", "afterwards"),
    [
        ("KK", "standard", {"KK-UR-STD-5BD"}, {"KK-UR-RETRO-30D"}),
        ("KK", "expedited", {"KK-UR-URG-72H"}, {"KK-UR-RETRO-30D"}),
        ("MEDI-CAL", "standard", {"MC-PA-STD-5BD", "MC-PA-STD-7"}, {"MC-PA-RETRO-30D"}),
        ("MEDI-CAL", "expedited", {"MC-PA-EXP-72H"}, {"MC-PA-RETRO-30D"}),
        # No text gives these a time of their own afterwards: the shorter one of the kind runs.
        ("MA", "standard", {"MA-OD-STD-PA-7"}, {"MA-OD-STD-PA-7"}),
        ("MA", "expedited", {"MA-OD-EXP-72H"}, {"MA-OD-EXP-72H"}),
        ("AZ-COMM", "standard", {"AZ-PA-STD-14D"}, {"AZ-PA-STD-14D"}),
    ],
)
def test_care_already_given_has_a_time_of_its_own_where_the_law_gives_one(
    line: str, urgency: str, before: set[str], afterwards: set[str]
) -> None:
    assert asked("decision_due", line, "prospective", urgency=urgency) == before
    assert asked("decision_due", line, "concurrent", urgency=urgency) == before
    assert asked("decision_due", line, "retrospective", urgency=urgency) == afterwards


def test_the_law_before_2026_gave_care_already_given_the_same_time() -> None:
    on = date(2025, 12, 31)

    assert asked("decision_due", "MEDI-CAL", "prospective", on=on) == {
        "MC-PA-STD-5BD",
        "MC-PA-STD-14",
    }
    assert asked("decision_due", "MEDI-CAL", "retrospective", on=on) == {"MC-PA-RETRO-30D"}


@pytest.mark.parametrize(
    ("line", "timing", "rules"),
    [
        ("KK", "concurrent", {"KK-UR-RX-72H"}),
        ("KK", "retrospective", {"KK-UR-RX-72H"}),
        ("MEDI-CAL", "prospective", {"MC-DRUG-24H"}),
        ("MEDI-CAL", "retrospective", {"MC-DRUG-24H", "MC-PA-RETRO-30D"}),
    ],
)
def test_a_drug_keeps_its_shorter_time_afterwards_too(
    line: str, timing: str, rules: set[str]
) -> None:
    assert asked("decision_due", line, timing, item_or_drug="drug") == rules


@pytest.mark.parametrize(
    ("line", "timing", "provider", "member"),
    [
        ("KK", "prospective", {"KK-UR-PROV-24H"}, {"KK-UR-MEM-2BD"}),
        ("KK", "concurrent", {"KK-UR-CONC-24H"}, set()),
        ("KK", "retrospective", {"KK-UR-RETRO-30D"}, {"KK-UR-RETRO-30D"}),
        (
            "MEDI-CAL",
            "concurrent",
            {"MC-PA-PROV-24H", "MC-PA-STD-7"},
            {"MC-PA-MEM-2BD", "MC-PA-STD-7"},
        ),
        ("MEDI-CAL", "retrospective", {"MC-PA-RETRO-30D"}, {"MC-PA-RETRO-30D"}),
    ],
)
def test_the_notice_of_a_no_follows_the_timing(
    line: str, timing: str, provider: set[str], member: set[str]
) -> None:
    assert asked("provider_notice", line, timing, outcome="deny") == provider
    assert asked("member_notice", line, timing, outcome="deny") == member


@pytest.mark.parametrize(
    ("line", "kind", "consequence"),
    [
        ("MA", "item", Consequence.ADVERSE_DETERMINATION_APPEALABLE),
        ("MEDI-CAL", "item", Consequence.COUNTS_AS_DENIAL),
        ("KK", "item", Consequence.DELAY_NOTICE_OWED),
        ("KK", "drug", Consequence.DEEMED_APPROVED),
        ("AZ-COMM", "item", Consequence.DEEMED_GRANTED),
    ],
)
def test_silence_means_the_same_whatever_the_timing(
    line: str, kind: str, consequence: Consequence
) -> None:
    for timing, urgency in product(
        ("prospective", "concurrent", "retrospective"), ("standard", "expedited")
    ):
        found = asked("silence", line, timing, item_or_drug=kind, urgency=urgency)
        assert {BOOK.rule(rule).consequence for rule in found} == {consequence}


def test_every_timing_of_every_request_has_an_answer() -> None:
    for line, timing, urgency, kind in product(
        ("MA", "MEDI-CAL", "KK", "AZ-COMM"),
        ("prospective", "concurrent", "retrospective"),
        ("standard", "expedited"),
        ("item", "drug"),
    ):
        facts = {"urgency": urgency, "item_or_drug": kind, "outcome": "deny"}
        assert asked("decision_due", line, timing, **facts)
        assert asked("provider_notice", line, timing, **facts)
