"""The yearly public figures, as the federal rule defines them."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factories.report_facts import decided, waiting
from openmso.oversight.reports.domain.facts import ListedService, Outcome, RequestFacts
from openmso.oversight.reports.domain.figures import Figure
from openmso.oversight.reports.domain.period import year
from openmso.oversight.reports.domain.public_metrics import (
    MEASURES,
    behind,
    service_list,
    tables,
)

PLAN, YEAR = "harbor-ma", year(2026)
CHRISTMAS = datetime(2025, 12, 25, 17, 0, tzinfo=UTC)


def figure(requests: list[RequestFacts], measure: str, *, fewest: int = 1) -> Figure:
    [table] = tables(requests, YEAR, plans=[PLAN], fewest=fewest)
    row = table.row(PLAN)
    assert row is not None
    return row.figures[measure]


def value(requests: list[RequestFacts], measure: str) -> object:
    return figure(requests, measure).value


@pytest.mark.requirement("S003-31")
def test_approved_and_denied_share_all_standard_decisions() -> None:
    requests = [
        *(decided() for _ in range(6)),
        decided(Outcome.GRANTED_BY_LAW),
        decided(Outcome.DENIED),
        decided(Outcome.PARTLY_APPROVED),
        decided(Outcome.DENIED, urgency="expedited"),
    ]

    assert value(requests, "standard_decided") == 9
    assert value(requests, "standard_approved") == Decimal("77.8")
    assert value(requests, "standard_denied") == Decimal("22.2")
    assert value(requests, "expedited_denied") == Decimal("100.0")


def test_what_was_approved_after_an_appeal_was_denied_first_and_both_are_told() -> None:
    overturned = datetime(2026, 5, 1, tzinfo=UTC)
    requests = [decided(), decided(Outcome.DENIED, overturned_at=overturned)]

    assert value(requests, "standard_denied") == Decimal("50.0")
    assert value(requests, "standard_after_appeal") == Decimal("50.0")


def test_extra_time_counts_when_it_ended_in_a_yes() -> None:
    requests = [decided(extended=True), decided(Outcome.DENIED, extended=True)]

    assert value(requests, "extended_approved") == Decimal("50.0")


def test_the_time_runs_from_the_first_page_to_the_first_answer_on_each_track() -> None:
    requests = [*(decided(hours=hours) for hours in (10, 20, 90)), decided(urgency="expedited")]

    assert value(requests, "standard_mean") == Decimal("40.0")
    assert value(requests, "standard_median") == Decimal("20.0")
    assert value(requests, "expedited_mean") == Decimal("48.0")


@pytest.mark.parametrize(
    "left_out",
    [
        decided(is_drug=True),
        decided(timing="retrospective"),
        decided(asked_at=CHRISTMAS),
        waiting(),
        waiting(closed_as="withdrawn"),
    ],
    ids=["a drug", "care already given", "last year's decision", "undecided", "withdrawn"],
)
def test_what_the_rule_leaves_out_is_not_counted(left_out: RequestFacts) -> None:
    assert value([decided(), left_out], "standard_decided") == 1


def test_a_request_counts_in_the_year_of_its_decision() -> None:
    assert value([decided(asked_at=CHRISTMAS, hours=24 * 10)], "standard_decided") == 1


def test_a_plan_without_a_decision_has_its_row() -> None:
    assert figure([], "standard_approved") == Figure(value=None, count=0, sample=0, why="nothing")


def test_what_stands_on_few_people_is_left_out_for_everybody() -> None:
    requests = [*(decided() for _ in range(20)), decided(Outcome.DENIED, urgency="expedited")]

    assert figure(requests, "standard_approved", fewest=11).value == Decimal("100.0")
    for measure in ("expedited_decided", "expedited_denied", "expedited_mean"):
        assert figure(requests, measure, fewest=11) == Figure(value=None, why="too_few")


@pytest.mark.requirement("S003-31")
def test_each_share_opens_to_as_many_cases_as_it_counts() -> None:
    requests = [
        decided(),
        decided(Outcome.DENIED),
        decided(Outcome.DENIED, urgency="expedited"),
        decided(extended=True),
        decided(plan="other-plan"),
        decided(is_drug=True),
    ]
    for measure in MEASURES:
        found = figure(requests, measure.key)
        shown = found.count if found.count is not None else found.sample
        cases = behind(requests, YEAR, row=PLAN, measure=measure.key)

        assert len(cases) == (found.value if shown is None else shown), measure.key


def test_the_list_names_every_service_once() -> None:
    twice = ListedService(PLAN, "72148", "MRI of the lower spine")

    assert service_list([twice, twice]) == [(PLAN, "72148", "MRI of the lower spine")]
