"""Appeals and grievances are counted by line, kind and category, each with its outcome and time."""

from factories.report_facts import a_case
from openmso.oversight.reports.domain.appeals_and_grievances import (
    GRIEVANCES,
    MEASURES,
    TABLES,
    ComplaintFacts,
    behind,
    tables,
)
from openmso.oversight.reports.domain.figures import Figure
from openmso.oversight.reports.domain.period import period_called

MARCH = period_called("2026-03")


def figure(cases: list[ComplaintFacts], table: str, row: str, measure: str) -> Figure:
    found = next(one for one in tables(cases, MARCH, fewest=1) if one.key == table).row(row)
    assert found is not None
    return found.figures[measure]


def test_in_time_and_late_add_up_to_what_was_answered() -> None:
    cases = [a_case(), a_case(), a_case(ran_late=True), a_case(hours=None)]

    assert figure(cases, "appeals_by_line", "MA", "received").value == 4
    assert figure(cases, "appeals_by_line", "MA", "answered").value == 3
    assert figure(cases, "appeals_by_line", "MA", "in_time").count == 2
    assert figure(cases, "appeals_by_line", "MA", "late").value == 1


def test_what_was_taken_back_is_a_share_of_what_was_answered() -> None:
    cases = [
        *(a_case(state="overturned"), a_case(state="partly_upheld"), a_case(), a_case()),
        a_case(state="dismissed", answered=False),
    ]

    overturned = figure(cases, "appeals_by_kind", "reconsideration", "overturned")

    assert (overturned.count, overturned.sample) == (1, 4)
    assert figure(cases, "appeals_by_kind", "reconsideration", "overturned_in_part").count == 1
    assert figure(cases, "appeals_by_kind", "reconsideration", "without_answer").value == 1


def test_a_case_that_came_in_march_and_was_answered_in_april_is_only_received() -> None:
    cases = [a_case(GRIEVANCES, hours=24 * 40)]

    assert figure(cases, "grievances_by_category", "waiting", "received").value == 1
    assert figure(cases, "grievances_by_category", "waiting", "answered").value == 0
    assert figure(cases, "grievances_by_category", "waiting", "median").value is None


def test_mean_and_median_are_hours_from_receipt_to_answer() -> None:
    cases = [a_case(hours=hours) for hours in (1, 2, 9)]

    assert figure(cases, "appeals_by_line", "MA", "mean").value == 4
    assert figure(cases, "appeals_by_line", "MA", "median").value == 2


def test_every_number_opens_to_as_many_cases_as_it_counts() -> None:
    cases = [
        *(a_case(line=line, ran_late=late) for line in ("MA", "KK") for late in (True, False)),
        *(a_case(GRIEVANCES, state=state) for state in ("solved", "answered")),
        a_case(GRIEVANCES, state="became_appeal", answered=False),
        a_case(state="sent_on", answered=False),
    ]

    for table in tables(cases, MARCH, fewest=1):
        for row in table.rows:
            for measure in table.measures:
                one = row.figures[measure]
                counted = one.count if one.count is not None else one.value
                if measure not in {"mean", "median"}:
                    found = behind(cases, MARCH, table=table.key, row=row.key, measure=measure)
                    assert len(found) == (counted or 0), (table.key, row.key, measure)


def test_a_table_is_there_for_each_of_both_and_nobody_who_answers_is_a_fact() -> None:
    assert len(TABLES) == 3 * len(MEASURES)
    assert not {"reviewer", "handler", "answered_by"} & set(ComplaintFacts.__slots__)
