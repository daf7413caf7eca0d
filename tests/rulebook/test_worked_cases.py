"""Every case of the YAML files beside this one, and that no rule is without a case."""

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.deadlines import compute_due
from openmso.standards.calendars import OfficeCalendar, Span

BOOK = load_rulebook()
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def cases() -> list[tuple[str, dict[str, str]]]:
    read = [yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in FILES]
    return [(file["time_zone"], case) for file in read for case in file["cases"]]


def name_of(case: dict[str, str]) -> str:
    return f"{case['rule']} from {case['starts']}{' extended' if 'extended' in case else ''}"


CASES = cases()


@pytest.mark.parametrize(("time_zone", "case"), CASES, ids=[name_of(case) for _, case in CASES])
def test_the_worked_case_comes_out_as_written(time_zone: str, case: dict[str, str]) -> None:
    rule = BOOK.rule(case["rule"])
    office = OfficeCalendar.of(time_zone)
    start = datetime.fromisoformat(case["starts"])

    due = compute_due(rule, start, office, "extended" in case)

    assert due.due_at is not None
    assert office.local(due.due_at).isoformat() == case["due"], case["why"]
    assert rule.in_force(office.local(start).date())


def test_every_rule_with_arithmetic_has_a_worked_case() -> None:
    counted = {rule.id for rule in BOOK.answers.values() if isinstance(rule.value, Span)}
    extended = {
        rule.id
        for rule in BOOK.answers.values()
        if rule.extension and rule.in_force(datetime.fromisoformat("2026-11-22").date())
    }

    assert {case["rule"] for _, case in CASES} == counted
    assert {case["rule"] for _, case in CASES if "extended" in case} == extended
