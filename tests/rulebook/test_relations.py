"""How rules stand to each other: history, other authorities, special cases, silence."""

from datetime import datetime

import pytest

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook, default_rulebook
from openmso.rulebook.relations import (
    Verdict,
    beside,
    history,
    silence,
    special_cases,
    stands_in_place_of,
)
from openmso.standards.calendars import OfficeCalendar

OFFICE = OfficeCalendar.of("America/Los_Angeles")
FRIDAY = datetime.fromisoformat("2026-11-20T16:45")
MONDAY = datetime.fromisoformat("2026-12-07T09:00")


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return default_rulebook()


def ids(rules: tuple[Answer, ...]) -> list[str]:
    return [rule.id for rule in rules]


def test_history_tells_what_held_before_and_after_oldest_first(book: Rulebook) -> None:
    told = history(book, book.rule("MA-OD-STD-PA-7"))

    assert ids(told) == ["MA-OD-STD-PA-14", "MA-OD-STD-PA-7"]


def test_a_rule_that_split_in_two_has_both_in_its_history(book: Rulebook) -> None:
    told = history(book, book.rule("MA-OD-STD-PA-14"))

    assert ids(told) == ["MA-OD-STD-PA-14", "MA-OD-STD-NOPA-14", "MA-OD-STD-PA-7"]


def test_over_a_holiday_the_calendar_days_of_federal_law_end_before_the_state_s_business_days(
    book: Rulebook,
) -> None:
    found = {
        each.rule.id: each for each in beside(book, book.rule("MC-PA-STD-5BD"), FRIDAY, OFFICE)
    }

    assert found["MC-PA-STD-7"].verdict is Verdict.OTHER
    assert found["MC-PA-STD-7"].due_at == OFFICE.end_of_day(FRIDAY.date().replace(day=27))
    assert found["MC-PA-STD-14"].verdict is Verdict.NOT_IN_FORCE


def test_in_a_week_without_a_holiday_both_end_on_the_same_day(book: Rulebook) -> None:
    found = {
        each.rule.id: each for each in beside(book, book.rule("MC-PA-STD-5BD"), MONDAY, OFFICE)
    }

    assert found["MC-PA-STD-7"].verdict is Verdict.SAME


def test_the_comparison_reads_the_same_from_the_other_side(book: Rulebook) -> None:
    found = {each.rule.id: each for each in beside(book, book.rule("MC-PA-STD-7"), FRIDAY, OFFICE)}

    assert found["MC-PA-STD-5BD"].verdict is Verdict.THIS


def test_every_pair_is_judged_alike_from_both_sides(book: Rulebook) -> None:
    mirrored = {
        Verdict.THIS: {Verdict.OTHER, Verdict.NOT_IN_FORCE},
        Verdict.OTHER: {Verdict.THIS, Verdict.NOT_IN_FORCE},
        Verdict.GIVES_WAY: {Verdict.STRONGER},
        Verdict.STRONGER: {Verdict.GIVES_WAY},
    }
    verdicts = {
        (rule.id, each.rule.id): each.verdict
        for rule in book.answers.values()
        for each in beside(book, rule, FRIDAY, OFFICE)
        if rule.question == each.rule.question
    }

    assert len(verdicts) > 20
    for (one, other), verdict in verdicts.items():
        if verdict in mirrored:
            assert verdicts[other, one] in mirrored[verdict], (one, other)


def test_a_house_promise_that_gives_way_says_so(book: Rulebook) -> None:
    promise, law = book.rule("SEED-AUTH-90D"), book.rule("MA-AUTH-DURATION")

    seen_from_the_promise = {
        each.rule.id: each.verdict for each in beside(book, promise, FRIDAY, OFFICE)
    }
    seen_from_the_law = {each.rule.id: each.verdict for each in beside(book, law, FRIDAY, OFFICE)}

    assert seen_from_the_promise == dict.fromkeys(promise.gives_way_to, Verdict.GIVES_WAY)
    assert seen_from_the_law == {promise.id: Verdict.STRONGER}


def test_an_integrated_plan_s_rule_is_a_special_case_and_names_what_it_displaces(
    book: Rulebook,
) -> None:
    assert "AIP-IOD-STD-7" in ids(special_cases(book, book.rule("MA-OD-STD-PA-7")))
    assert ids(stands_in_place_of(book, book.rule("AIP-IOD-STD-7"))) == ["MA-OD-STD-PA-7"]


def test_silence_is_answered_for_the_same_line_of_business_only(book: Rulebook) -> None:
    assert ids(silence(book, book.rule("MC-PA-STD-7"))) == ["MC-PA-TIMEOUT"]
    assert ids(silence(book, book.rule("MA-OD-STD-PA-7"))) == ["MA-OD-FAIL"]
    assert ids(silence(book, book.rule("SEED-POLICY-5BD"))) == []
