"""How soon a hospital has its answer: by the line of business, from the rulebook."""

from datetime import UTC, datetime, timedelta

import pytest

from openmso.casework.inpatient.post_stabilization.domain.clock import clocks, puts_on_plan
from openmso.rulebook.book import default_rulebook
from openmso.standards.calendars import OfficeCalendar

BOOK = default_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
ASKED = datetime(2026, 11, 20, 10, 7, tzinfo=UTC)


@pytest.mark.requirement("S003-18")
@pytest.mark.requirement("S003-23")
@pytest.mark.parametrize(
    ("line", "rule", "minutes"),
    [("MA", "MA-PSC-1H", 60), ("KK", "KK-PSC-30M", 30), ("MEDI-CAL", "MC-PSC-30M", 30)],
)
def test_the_line_of_business_sets_the_time(line: str, rule: str, minutes: int) -> None:
    first = clocks([line], ASKED, BOOK, OFFICE)[0]

    assert first.governs
    assert puts_on_plan(first)
    assert first.rule.id == rule
    assert first.due_at == ASKED + timedelta(minutes=minutes)
    assert first.rule.citation


def test_an_unknown_patient_has_the_shortest_time_of_any_line_and_the_working_says_so() -> None:
    found = clocks(["MA", "KK"], ASKED, BOOK, OFFICE, identified=False)

    assert found[0].due_at == ASKED + timedelta(minutes=30)
    assert "not identified" in found[0].working[0]
    assert {clock.governs for clock in found[1:]} == {False}


def test_no_rule_no_clock() -> None:
    assert clocks(["AZ-COMM"], ASKED, BOOK, OFFICE) == ()


def test_the_hour_is_an_hour_in_the_night_the_clocks_go_back() -> None:
    asked = datetime(2026, 11, 1, 8, 40, tzinfo=UTC)

    assert clocks(["MA"], asked, BOOK, OFFICE)[0].due_at == asked + timedelta(hours=1)
