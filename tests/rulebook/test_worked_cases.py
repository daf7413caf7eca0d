"""Every case of the YAML files in `cases`, and that no rule is without a case.

A case says when the clock `starts` (or, where receipt is presumed, how the `notice` is dated), when
it is `due`, and `why`. Where it matters: `extended: true`, the proven receipt (`received`), the
other day on which the limit may end (`or_later`), the time of standing still (`paused`, from/to).
"""

from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import load_rulebook
from openmso.rulebook.circumstances import Circumstances, Pause, presumed_receipt
from openmso.rulebook.deadlines import compute_due
from openmso.standards.calendars import OfficeCalendar

BOOK = load_rulebook()
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def cases() -> list[tuple[str, dict[str, str]]]:
    read = [yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in FILES]
    return [(file["time_zone"], case) for file in read for case in file["cases"]]


def name_of(case: dict[str, str]) -> str:
    begins = case.get("starts") or f"notice of {case['notice']}"
    more = [name for name in ("extended", "received", "or_later", "paused") if name in case]
    return " ".join([case["rule"], "from", begins, *more])


def start_of(case: dict[str, str], rule: Answer, office: OfficeCalendar) -> datetime:
    if "starts" in case:
        return datetime.fromisoformat(case["starts"])
    received = datetime.fromisoformat(case["received"]) if "received" in case else None
    return presumed_receipt(rule, date.fromisoformat(case["notice"]), office, received)[0]


def besides(case: dict[str, str]) -> Circumstances:
    def moment(name: str) -> datetime | None:
        return datetime.fromisoformat(case[name]) if name in case else None

    began, _, ended = case.get("paused", "").partition("/")
    return Circumstances(
        receipt_proven_at=moment("received"),
        later_moment=moment("or_later"),
        pauses=(Pause(datetime.fromisoformat(began), datetime.fromisoformat(ended)),)
        if began
        else (),
    )


CASES = cases()


@pytest.mark.parametrize(("time_zone", "case"), CASES, ids=[name_of(case) for _, case in CASES])
def test_the_worked_case_comes_out_as_written(time_zone: str, case: dict[str, str]) -> None:
    rule = BOOK.rule(case["rule"])
    office = OfficeCalendar.of(time_zone)
    start = start_of(case, rule, office)

    due = compute_due(rule, start, office, "extended" in case, besides(case))

    assert due.due_at is not None
    assert office.local(due.due_at).isoformat() == case["due"], case["why"]
    assert rule.in_force(office.local(start).date())


def test_every_rule_with_arithmetic_has_a_worked_case() -> None:
    counted = {rule.id for rule in BOOK.answers.values() if rule.has_arithmetic}
    extended = {
        rule.id
        for rule in BOOK.answers.values()
        if rule.extension and rule.in_force(datetime.fromisoformat("2026-11-22").date())
    }

    assert {case["rule"] for _, case in CASES} == counted
    assert {case["rule"] for _, case in CASES if "extended" in case} == extended
