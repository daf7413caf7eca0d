"""The watch for too little care: what stands out, on how many, and what chance does by itself."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factories.report_facts import decided
from openmso.oversight.reports.domain.document import Table
from openmso.oversight.reports.domain.facts import Group, Outcome, RequestFacts
from openmso.oversight.reports.domain.period import year
from openmso.oversight.reports.domain.under_utilization import (
    LOOKED_AT,
    Watchfulness,
    behind,
    tables,
)

YEAR = year(2026)
WATCH = Watchfulness(fewest_expected=5, sureness=2.576)


def people(language: str = "en", pcp: str = "2000000003") -> Group:
    return Group(plan="harbor-ma", ipa="north", pcp=pcp, language=language)


def watched(requests: list[RequestFacts], months: Counter[Group]) -> dict[str, Table]:
    return {one.key: one for one in tables(requests, months, YEAR, watch=WATCH)}


@pytest.mark.requirement("S003-42")
def test_a_language_that_gets_far_less_than_the_others_stands_out() -> None:
    """English: 200 in 10,000 months; Spanish, as many people, gets 100."""
    requests = [decided() for _ in range(200)] + [decided(language="es") for _ in range(100)]
    months = Counter({people(): 10_000, people("es"): 10_000})

    rows = watched(requests, months)["language"].rows

    spanish = next(row for row in rows if row.key == "es|imaging")
    assert spanish.figures["months"].value == 10_000
    assert spanish.figures["actual"].value == 100
    assert spanish.figures["expected"].value == Decimal("200.0")
    assert spanish.figures["ratio"].value == Decimal("0.50")
    assert [row.key for row in rows if row.outlier] == ["es|all", "es|imaging"]


@pytest.mark.requirement("S003-42")
def test_a_difference_that_chance_explains_does_not_stand_out() -> None:
    """Ten expected, seven seen: chance alone may well do that."""
    requests = [decided() for _ in range(100)] + [decided(language="es") for _ in range(7)]
    months = Counter({people(): 10_000, people("es"): 1_000})

    [spanish] = [
        row for row in watched(requests, months)["language"].rows if row.key == "es|imaging"
    ]

    assert spanish.figures["ratio"].value == Decimal("0.70")
    assert spanish.figures["ratio"].high is not None
    assert spanish.figures["ratio"].high > 1
    assert not spanish.outlier


def test_where_too_little_is_expected_nothing_is_said_and_that_is_counted() -> None:
    requests = [decided() for _ in range(100)]
    months = Counter({people(): 10_000, people("hy"): 300})

    found = watched(requests, months)

    assert not [row for row in found["language"].rows if row.key.startswith("hy|")]
    looked = found[LOOKED_AT].row("language")
    assert looked is not None
    assert looked.figures["too_few"].value


@pytest.mark.requirement("S003-42")
def test_it_says_how_many_rows_would_stand_out_by_chance() -> None:
    requests = [
        decided(language=f"l{place}", category=f"c{kind}")
        for place in range(10)
        for kind in range(20)
        for _ in range(10)
    ]
    months = Counter({people(f"l{place}"): 1_000 for place in range(10)})

    looked = watched(requests, months)[LOOKED_AT].row("language")

    assert looked is not None
    assert looked.figures["rows"].value == 210
    assert looked.figures["outliers"].value == 0
    assert looked.figures["by_chance"].value == Decimal("1.0")


def test_a_group_is_measured_against_everybody_else_and_not_against_itself() -> None:
    requests = [decided(pcp="2000000003") for _ in range(90)]
    requests += [decided(pcp="2000000004") for _ in range(10)]
    months = Counter({people(pcp="2000000003"): 9_000, people(pcp="2000000004"): 9_000})

    rows = {row.key: row for row in watched(requests, months)["pcp"].rows}

    assert rows["2000000004|imaging"].figures["expected"].value == Decimal("90.0")


def test_a_no_is_no_care_and_a_yes_to_a_part_is_some() -> None:
    taken_back = decided(Outcome.DENIED, overturned_at=datetime(2026, 6, 1, tzinfo=UTC))
    requests = [decided(Outcome.DENIED), decided(Outcome.PARTLY_APPROVED), taken_back, decided()]

    assert behind(requests, YEAR, table="language", row="en|imaging") == requests[1:]
    assert len(behind(requests, YEAR, table="language", row="en|all")) == 3
    assert behind(requests, YEAR, table="language", row="es|imaging") == []
