"""Days of coverage as sets of days, and knowledge as it stood."""

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import builds, dates, integers, lists, none, one_of

from openmso.roster.eligibility.domain.spans import Days, joined, known_at

YEAR = dates(date(2026, 1, 1), date(2026, 12, 31))
FOREVER = date(2027, 12, 31)


def _days(from_on: date, length: int | None) -> Days:
    return Days(from_on, None if length is None else from_on + timedelta(days=length))


SPANS = lists(builds(_days, YEAR, one_of(none(), integers(1, 90))), max_size=8)


def _each_day(spans: list[Days]) -> set[date]:
    days = set()
    for span in spans:
        day = span.from_on
        while day < (span.until_on or FOREVER):
            days.add(day)
            day += timedelta(days=1)
    return days


@given(SPANS)
def test_joining_spans_neither_adds_nor_loses_a_day(spans: list[Days]) -> None:
    assert _each_day(joined(spans)) == _each_day(spans)


@given(SPANS)
def test_joined_spans_stand_in_order_with_a_gap_between_them(spans: list[Days]) -> None:
    merged = joined(spans)

    for earlier, later in itertools.pairwise(merged):
        assert earlier.until_on is not None
        assert earlier.until_on < later.from_on


@given(SPANS)
def test_joining_twice_changes_nothing(spans: list[Days]) -> None:
    assert joined(joined(spans)) == joined(spans)


@given(SPANS, YEAR)
def test_a_day_is_covered_by_the_joined_spans_when_one_span_covers_it(
    spans: list[Days], day: date
) -> None:
    assert any(span.covers(day) for span in joined(spans)) == any(
        span.covers(day) for span in spans
    )


def test_the_day_named_as_end_is_the_first_one_without_coverage() -> None:
    january = Days(date(2026, 1, 1), date(2026, 2, 1))

    assert january.covers(date(2026, 1, 31))
    assert not january.covers(date(2026, 2, 1))


def test_a_span_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Days(date(2026, 2, 1), date(2026, 2, 1))


@dataclass(frozen=True)
class Belief:
    known_from: datetime
    known_until: datetime | None


def test_what_was_known_at_an_instant_is_what_had_been_learned_and_not_yet_corrected() -> None:
    monday, friday = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 6, 9, tzinfo=UTC)
    first, corrected = Belief(monday, friday), Belief(friday, None)

    assert known_at([first, corrected], monday - timedelta(seconds=1)) == []
    assert known_at([first, corrected], monday) == [first]
    assert known_at([first, corrected], friday - timedelta(seconds=1)) == [first]
    assert known_at([first, corrected], friday) == [corrected]
    assert known_at([first, corrected], None) == [corrected]
