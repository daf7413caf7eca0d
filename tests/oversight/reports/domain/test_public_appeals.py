"""The yearly public figures on appeals and grievances: counted, and nothing of a few people."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factories.report_facts import a_case
from openmso.oversight.reports.definitions import definition
from openmso.oversight.reports.domain.appeals_and_grievances import (
    APPEALS,
    GRIEVANCES,
    ComplaintFacts,
    behind,
)
from openmso.oversight.reports.domain.document import Row
from openmso.oversight.reports.domain.figures import Figure
from openmso.oversight.reports.domain.period import year
from openmso.oversight.reports.domain.public_appeals import KEY, MEASURES, SPLITS, TABLES, tables

pytestmark = pytest.mark.requirement("S003-31")

YEAR, FEWEST = year(2026), 11
TOO_FEW = Figure(value=None, why="too_few")


def row(cases: list[ComplaintFacts], about: str = APPEALS, *, fewest: int = FEWEST) -> Row:
    [found] = [
        one
        for one in tables(cases, YEAR, lines=["MA"], fewest=fewest)
        if one.key == f"{about}_by_line"
    ]
    line = found.row("MA")
    assert line is not None
    return line


def appeals(**how_many: int) -> list[ComplaintFacts]:
    """So many appeals in each state; `dismissed` and `sent_on` ones were not answered."""
    unanswered = {"dismissed", "withdrawn", "sent_on"}
    return [
        a_case(state=state, answered=state not in unanswered)
        for state, count in how_many.items()
        for _ in range(count)
    ]


def test_outcomes_are_shares_of_what_was_answered() -> None:
    figures = row(appeals(overturned=12, partly_upheld=12, upheld=24, dismissed=11)).figures

    assert (figures["received"].value, figures["answered"].value) == (59, 48)
    assert figures["overturned"].value == Decimal("25.0")
    assert figures["upheld"].value == Decimal("50.0")
    assert figures["without_answer"].value == 11
    assert figures["in_time"].value == Decimal("100.0")
    assert figures["mean"].value == Decimal("48.0")


@pytest.mark.parametrize("small", ["overturned", "partly_upheld", "upheld"])
def test_when_one_outcome_is_that_of_a_few_no_outcome_is_shown(small: str) -> None:
    figures = row(appeals(**{"overturned": 40, "partly_upheld": 40, "upheld": 40} | {small: 10}))

    outcomes = {figures.figures[key] for key in ("overturned", "overturned_in_part", "upheld")}
    assert outcomes == {TOO_FEW}
    assert figures.figures["answered"].value == 90


def test_the_few_that_were_late_cannot_be_learned_from_those_in_time() -> None:
    cases = [*appeals(upheld=40), *(a_case(ran_late=True) for _ in range(3))]

    assert row(cases).figures["in_time"] == TOO_FEW


def test_the_ways_to_end_without_an_answer_are_shown_both_or_not_at_all() -> None:
    few = row(appeals(upheld=20, dismissed=30, sent_on=2)).figures
    none = row(appeals(upheld=20, dismissed=30)).figures

    assert (few["without_answer"], few["sent_on"]) == (TOO_FEW, TOO_FEW)
    assert (none["without_answer"].value, none["sent_on"].value) == (30, 0)


@pytest.mark.parametrize(("many", "shown"), [(0, 0), (1, None), (10, None), (11, 11)])
def test_a_count_of_a_few_is_withheld_and_none_is_no_secret(many: int, shown: int | None) -> None:
    figures = row([a_case(GRIEVANCES, hours=None) for _ in range(many)], GRIEVANCES).figures

    assert figures["received"].value == shown


def test_nothing_a_reader_gets_is_the_number_of_a_few() -> None:
    """Every count that is shown, and what the parts of a split leave, is none or not a few."""
    cases = [
        *appeals(overturned=7, partly_upheld=13, upheld=29, withdrawn=4, sent_on=12),
        *(a_case(GRIEVANCES, state="solved", line="KK") for _ in range(12)),
        *(a_case(GRIEVANCES, line="KK", ran_late=True) for _ in range(9)),
        *(a_case(line="") for _ in range(2)),
    ]
    shown = [
        number
        for table in tables(cases, YEAR, lines=["MA"], fewest=FEWEST)
        for line in table.rows
        for key, one in line.figures.items()
        for number in _told_by(one, key)
    ]

    assert shown
    assert not [number for number in shown if 0 < number < FEWEST]


def _told_by(figure: Figure, key: str) -> list[int]:
    if figure.value is None:
        assert (figure.count, figure.low, figure.high) in {(None, None, None), (0, None, None)}
        return []
    if figure.sample is None:
        return [int(figure.value)]
    rest = [figure.count, figure.sample - figure.count] if figure.count is not None else []
    return [figure.sample, *rest]


def test_no_row_is_the_sum_of_others_and_each_line_with_a_plan_has_its_own() -> None:
    found = tables([a_case(line="KK")], YEAR, lines=["MA", "MA"], fewest=FEWEST)

    assert {table.key: [one.key for one in table.rows] for table in found} == {
        "appeals_by_line": ["KK", "MA"],
        "grievances_by_line": ["MA"],
    }


def test_what_came_before_the_year_counts_where_it_was_answered() -> None:
    before = datetime(2025, 12, 31, 20, 0, tzinfo=UTC)

    figures = row([a_case(came_at=before) for _ in range(11)]).figures

    assert (figures["received"].value, figures["answered"].value) == (0, 11)


def test_every_number_opens_to_its_cases_though_the_public_sees_none() -> None:
    cases = appeals(overturned=2, upheld=1, sent_on=1)

    def opened(measure: str) -> int:
        return len(
            behind(
                cases, YEAR, table="appeals_by_line", row="MA", measure=measure, measures=MEASURES
            )
        )

    assert (opened("received"), opened("answered")) == (4, 3)
    assert (opened("overturned"), opened("upheld"), opened("sent_on")) == (2, 1, 1)


def test_each_number_is_explained_and_each_split_is_of_numbers_that_are_there() -> None:
    words, measured = definition(KEY), {one.key for of in MEASURES.values() for one in of}

    assert set(words.measures) == measured
    assert set(words.tables) == set(TABLES)
    assert {key for of in SPLITS.values() for split in of for key in split} <= measured
    assert all({"en", "es"} <= set(one.counts) for one in words.measures.values())
