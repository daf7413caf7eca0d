"""A profile says how physicians ask, and cannot say how reviewers decide."""

from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factories.report_facts import decided, waiting
from openmso.oversight.reports.domain.facts import Outcome, RequestFacts, Standing
from openmso.oversight.reports.domain.figures import Figure
from openmso.oversight.reports.domain.period import period_called
from openmso.oversight.reports.domain.physician_profile import MEASURES, behind, tables

MARCH = period_called("2026-03")
ONE, OTHER = "2000000001", "2000000009"


def figures(requests: list[RequestFacts], npi: str = ONE) -> dict[str, Figure]:
    [table] = tables(requests, MARCH, fewest=1)
    row = table.row(npi)
    assert row is not None
    return dict(row.figures)


@pytest.mark.requirement("S003-32")
def test_it_counts_what_was_asked_to_whom_and_how_it_was_answered() -> None:
    found = figures(
        [
            decided(hours=10),
            decided(Outcome.DENIED, hours=30, in_network=False, ran_late=True),
            waiting(in_network=None, complete_on_arrival=False),
            decided(asked_by=OTHER),
        ]
    )

    assert {name: one.value for name, one in found.items()} == {
        "made": 3,
        "in_network": 1,
        "out_of_network": 1,
        "network_unknown": 1,
        "out_share": Decimal("50.0"),
        "complete": Decimal("66.7"),
        "decided": 2,
        "approved": Decimal("50.0"),
        "in_time": Decimal("50.0"),
        "median": Decimal("20.0"),
    }


def test_a_request_joined_to_another_one_was_not_made_twice() -> None:
    assert figures([decided(), waiting(closed_as="joined")])["made"].value == 1


def test_last_month_s_requests_belong_to_last_month() -> None:
    february = datetime(2026, 2, 27, 17, 0, tzinfo=UTC)

    assert figures([decided(), decided(asked_at=february)])["made"].value == 1


@pytest.mark.requirement("S003-32")
def test_rows_stand_in_the_order_of_the_number_and_never_of_a_rate() -> None:
    worst_first = [
        decided(Outcome.DENIED, asked_by=OTHER),
        decided(asked_by=ONE),
        decided(Outcome.DENIED, asked_by="2000000005"),
    ]

    [table] = tables(worst_first, MARCH, fewest=1)

    assert [row.key for row in table.rows] == [ONE, "2000000005", OTHER]


@pytest.mark.requirement("S003-32", "S000-69")
def test_no_fact_that_reports_count_says_who_reviewed_or_signed() -> None:
    known = {one.name for kind in (RequestFacts, Standing) for one in fields(kind)}

    assert not [
        name
        for name in known
        if any(word in name for word in ("sign", "review", "actor", "account", "nurse", "_by"))
        and name != "asked_by"
    ]
    assert not any("denied" in one.key for one in MEASURES)


def test_each_number_opens_to_its_cases() -> None:
    no, yes = decided(Outcome.DENIED), decided()

    assert behind([no, yes, decided(asked_by=OTHER)], MARCH, row=ONE, measure="approved") == [yes]
