"""Lengths of time as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmso.standards.calendars import (
    Limit,
    LimitInWords,
    PointOfDay,
    Rate,
    Span,
    Unit,
    parse_limit,
)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("7 calendar days", Span(7, Unit.CALENDAR_DAYS)),
        ("1 business day", Span(1, Unit.BUSINESS_DAYS)),
        ("45 working_days", Span(45, Unit.WORKING_DAYS)),
        (" 72 Hours ", Span(72, Unit.HOURS)),
        ("30 minutes", Span(30, Unit.MINUTES)),
        ("3 months", Span(3, Unit.MONTHS)),
        ("2 years", Span(2, Unit.YEARS)),
        ("24 hours before", Span(24, Unit.HOURS_BEFORE)),
        ("1 calendar day before", Span(1, Unit.CALENDAR_DAYS_BEFORE)),
        ("3 months to day 31", Span(3, Unit.MONTHS_TO_DAY_31)),
        ("30 calendar days total", Span(30, Unit.CALENDAR_DAYS_TOTAL)),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, span: Span) -> None:
    assert Span.parse(text) == span


@given(count=st.integers(0, 100_000), unit=st.sampled_from(Unit))
def test_what_is_printed_can_be_read_again(count: int, unit: Unit) -> None:
    assert Span.parse(str(Span(count, unit))) == Span(count, unit)


@pytest.mark.parametrize(
    "text", ["", "soon", "seven hours", "-1 hours", "1.5 hours", "7", "9999999999 hours", "² hours"]
)
def test_what_is_no_length_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r'write e\.g\. "72 hours"'):
        Span.parse(text)


def test_days_without_a_kind_are_refused_because_nobody_knows_which() -> None:
    with pytest.raises(ValueError, match="write calendar or business days"):
        Span.parse("7 days")


@pytest.mark.parametrize("count", [-1, 100_001, True])
def test_a_count_that_cannot_be_meant_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="count from 0"):
        Span(count, Unit.HOURS)


def test_a_limit_in_words_says_what_it_means() -> None:
    limit = LimitInWords.parse("as long as medically necessary")

    assert limit is LimitInWords.AS_LONG_AS_MEDICALLY_NECESSARY
    assert str(limit) == "as long as medically necessary"
    assert all(each.meaning.endswith(".") for each in LimitInWords)


def test_an_unknown_limit_in_words_is_refused_with_those_known() -> None:
    with pytest.raises(ValueError, match="known: immediately, same time"):
        LimitInWords.parse("promptly")


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("7 calendar days", Span(7, Unit.CALENDAR_DAYS)),
        ("noon next day", PointOfDay.NOON_NEXT_DAY),
        ("Close of  business same day", PointOfDay.CLOSE_OF_BUSINESS_SAME_DAY),
        ("same day", PointOfDay.SAME_DAY),
        ("per contract", LimitInWords.PER_CONTRACT),
        ("none", LimitInWords.NONE),
        ("15 percent per year", Rate(15)),
    ],
)
def test_any_limit_is_read_as_people_write_it_and_printed_so_again(text: str, limit: Limit) -> None:
    assert parse_limit(text) == limit
    assert parse_limit(str(limit)) == limit


def test_every_limit_in_words_and_point_of_day_is_read_and_means_something() -> None:
    for limit in (*LimitInWords, *PointOfDay):
        assert parse_limit(str(limit)) is limit
        assert limit.meaning.endswith(".")


@pytest.mark.parametrize(
    "text", ["0 percent per year", "101 percent per year", "x percent per year"]
)
def test_a_rate_that_nobody_could_mean_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="rate"):
        parse_limit(text)


def test_an_unknown_point_of_day_is_refused_with_those_known() -> None:
    with pytest.raises(ValueError, match="known: same day, midnight same day, noon next day"):
        PointOfDay.parse("teatime")
