"""Counts and base rates: with sample, years and interval, or no rate at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factories.published_decisions import decision
from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.domain.figures import (
    Rate,
    Tally,
    rate,
    rows_of,
    table_of,
    tallies,
    tally,
    years_of,
)
from openmso.casework.external_review.published_decisions.domain.interval import wilson

TABLE = table_of(
    [
        decision(1),
        decision(2, outcome=Outcome.UPHELD),
        decision(3, year=2011, kind=Kind.EXPERIMENTAL, diagnosis_group="cancer"),
        decision(4, year=2011),
    ]
)


def test_cells_are_added_up_with_their_years() -> None:
    assert tally(TABLE) == Tally(4, 3, 2011, 2014)
    assert tally(TABLE, year=2014) == Tally(2, 1, 2014, 2014)
    assert tally(TABLE, kind=Kind.EXPERIMENTAL) == Tally(1, 1, 2011, 2011)
    assert tally(TABLE, diagnosis_group="bones_joints", outcome=Outcome.UPHELD).upheld == 1
    assert tally(TABLE, diagnosis_group="skin") == Tally(0, 0, 0, 0)
    assert years_of(TABLE) == [2014, 2011]


def test_cells_are_put_together_in_one_pass() -> None:
    assert tallies(TABLE, lambda cell: cell.year) == {
        year: tally(TABLE, year=year) for year in (2011, 2014)
    }
    assert set(tallies(TABLE, lambda cell: cell.diagnosis_group)) == {"bones_joints", "cancer"}


def test_the_table_has_one_order() -> None:
    turned = type(TABLE)(dict(reversed(TABLE.items())))

    assert list(rows_of(turned)) == list(rows_of(TABLE))
    assert next(rows_of(TABLE)) == (2011, "experimental", "overturned", "cancer", 1)


def test_under_the_smallest_sample_there_is_no_rate() -> None:
    assert rate(Tally(29, 20, 2001, 2016), fewest=30) is None
    assert rate(Tally(0, 0, 0, 0), fewest=0) is None


def test_a_rate_stands_with_the_ends_of_its_interval() -> None:
    assert rate(Tally(30, 15, 2001, 2016), fewest=30) == Rate(50, 33, 67)
    assert rate(Tally(100, 0, 2001, 2016), fewest=30) == Rate(0, 0, 4)


# Published worked values: Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
@pytest.mark.parametrize(
    ("count", "sample", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
     (1, 29, 0.0061, 0.1718)],
)  # fmt: skip
def test_the_interval_is_wilson_s(count: int, sample: int, low: float, high: float) -> None:
    assert wilson(count, sample) == pytest.approx((low, high), abs=0.00005)


@given(some.integers(1, 50_000), some.data())
def test_the_interval_holds_the_share_and_stays_between_nothing_and_all(
    sample: int, data: some.DataObject
) -> None:
    count = data.draw(some.integers(0, sample))

    low, high = wilson(count, sample)
    shown = rate(Tally(sample, count, 2001, 2016), fewest=1)

    assert 0 <= low <= count / sample + 1e-12
    assert count / sample - 1e-12 <= high <= 1
    assert shown is not None
    assert 0 <= shown.low <= shown.of_100 <= shown.high <= 100


@pytest.mark.parametrize(("count", "sample"), [(1, 0), (-1, 4), (5, 4), (0, 0)])
def test_what_is_no_share_has_no_interval(count: int, sample: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(count, sample)
