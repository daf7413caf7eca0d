"""Numbers say what they stand on."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from openmso.oversight.reports.domain.figures import (
    Figure,
    against_expected,
    byar,
    mean_hours,
    median_hours,
    per_thousand,
    share,
    withheld,
)


def test_a_share_carries_its_sample_and_what_chance_may_have_made_of_it() -> None:
    assert share(30, 40, fewest=10) == Figure(
        value=Decimal("75.0"), count=30, sample=40, low=Decimal("59.8"), high=Decimal("85.9")
    )


def test_below_the_smallest_sample_there_are_counts_and_no_share() -> None:
    assert share(3, 9, fewest=10) == Figure(value=None, count=3, sample=9, why="too_few")


def test_of_nothing_there_is_no_share() -> None:
    assert share(0, 0, fewest=0) == Figure(value=None, count=0, sample=0, why="nothing")


@given(sample=integers(1, 5000), count=integers(0, 5000))
def test_the_interval_always_holds_the_share(sample: int, count: int) -> None:
    found = share(min(count, sample), sample, fewest=1)

    assert found.low is not None
    assert found.high is not None
    assert found.value is not None
    assert 0 <= found.low <= found.value <= found.high <= 100


@given(hours=lists(integers(0, 900), min_size=1, max_size=9))
def test_half_of_the_requests_are_faster_than_the_middle_and_half_slower(hours: list[int]) -> None:
    middle = median_hours([timedelta(hours=one) for one in hours], fewest=1).value

    assert middle is not None
    assert sum(one < middle for one in hours) <= len(hours) / 2
    assert sum(one > middle for one in hours) <= len(hours) / 2


def test_one_slow_request_moves_the_mean_and_not_the_middle() -> None:
    spans = [timedelta(hours=1), timedelta(hours=2), timedelta(hours=96)]

    assert mean_hours(spans, fewest=1).value == Decimal("33.0")
    assert median_hours(spans, fewest=1).value == Decimal("2.0")


def test_bed_days_come_on_a_thousand_member_months() -> None:
    assert per_thousand(18, 2400) == Figure(value=Decimal("7.50"), count=18, sample=2400)


def test_without_a_member_month_there_is_no_rate() -> None:
    assert per_thousand(3, 0).value is None


def test_chance_bounds_a_count_as_the_tables_say() -> None:
    """The exact Poisson interval of 10 at 95 % is 4.795 to 18.390."""
    low, high = byar(10, 1.96)

    assert low == pytest.approx(4.795, abs=0.03)
    assert high == pytest.approx(18.390, abs=0.03)


def test_none_seen_may_still_be_a_few_by_chance() -> None:
    found = against_expected(0, Decimal(20), sureness=1.96)

    assert found.low == 0
    assert found.high is not None
    assert 0 < found.high < 1


@pytest.mark.parametrize("count", [1, 10])
def test_a_small_count_is_no_business_of_the_public(count: int) -> None:
    assert withheld(Figure(value=count), fewest=11) == Figure(value=None, why="too_few")
    assert withheld(share(count, count, fewest=1), fewest=11) == Figure(value=None, why="too_few")


@pytest.mark.parametrize("count", [0, 11, 4000])
def test_nothing_at_all_and_many_may_be_told(count: int) -> None:
    assert withheld(Figure(value=count), fewest=11) == Figure(value=count)
