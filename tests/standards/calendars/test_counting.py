"""When lengths of time end: properties over all years we cover, and days to check by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmso.standards.calendars import (
    HolidaysUnknown,
    OfficeCalendar,
    Span,
    Unit,
    UnknownTimeZone,
    due_after,
    extended_due,
    working,
)
from openmso.standards.calendars.counting import DateOutOfReach

ZONES = (
    "America/Los_Angeles",
    "America/Phoenix",
    "America/New_York",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
)
OFFICE = OfficeCalendar.of("America/Los_Angeles")
LOS_ANGELES = OFFICE.time_zone
DAY_UNITS = (Unit.CALENDAR_DAYS, Unit.BUSINESS_DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS)

wall_clock = datetime.fromisoformat
offices = st.sampled_from(ZONES).map(OfficeCalendar.of)
instants = st.datetimes(wall_clock("2024-01-02"), wall_clock("2029-12-31"), timezones=st.just(UTC))
spans = st.builds(Span, st.integers(0, 60), st.sampled_from(list(Unit)[:5])) | st.builds(
    Span, st.integers(0, 1), st.sampled_from([Unit.MONTHS, Unit.YEARS])
)
day_spans = spans.filter(lambda span: not span.unit.is_elapsed)


@given(start=instants, hours=st.integers(0, 200), office=offices)
def test_hours_are_elapsed_time_on_every_day_of_the_year(
    start: datetime, hours: int, office: OfficeCalendar
) -> None:
    due = due_after(Span(hours, Unit.HOURS), office.local(start), office)

    assert due - start == timedelta(hours=hours)


@pytest.mark.parametrize("change", ["2026-11-01T09:00+00:00", "2027-03-14T10:00+00:00"])
@given(before=st.integers(0, 72 * 60))
def test_72_hours_stay_72_hours_across_both_clock_changes(change: str, before: int) -> None:
    start = wall_clock(change) - timedelta(minutes=before)

    assert due_after(Span.parse("72 hours"), start.astimezone(LOS_ANGELES), OFFICE) == (
        start + timedelta(days=3)
    )


@given(start=instants, span=spans, office=offices)
def test_nothing_is_due_before_it_began(
    start: datetime, span: Span, office: OfficeCalendar
) -> None:
    assert due_after(span, start, office) >= start


@given(one=instants, other=instants, span=spans, office=offices)
def test_what_comes_later_is_not_due_earlier(
    one: datetime, other: datetime, span: Span, office: OfficeCalendar
) -> None:
    first, second = sorted((one, other))

    assert due_after(span, first, office) <= due_after(span, second, office)


@given(start=instants, span=spans, office=offices, zone=st.sampled_from(ZONES))
def test_computing_again_from_any_zone_gives_the_same_instant(
    start: datetime, span: Span, office: OfficeCalendar, zone: str
) -> None:
    again = due_after(span, start.astimezone(ZoneInfo(zone)), office)

    assert again == due_after(span, start, office)
    assert again.tzinfo is UTC


@given(start=instants, span=day_spans, office=offices)
def test_days_end_one_second_before_midnight_of_the_office(
    start: datetime, span: Span, office: OfficeCalendar
) -> None:
    start = start.replace(microsecond=0)

    assert f"{office.local(due_after(span, start, office)):%H:%M:%S}" == "23:59:59"


@given(start=instants, count=st.integers(0, 400), office=offices)
def test_calendar_days_never_roll_over_a_weekend_or_holiday(
    start: datetime, count: int, office: OfficeCalendar
) -> None:
    due = office.local(due_after(Span(count, Unit.CALENDAR_DAYS), start, office))

    assert due.date() - office.local(start).date() == timedelta(days=count)


@given(start=instants, count=st.integers(1, 45), office=offices)
def test_business_days_never_end_on_a_weekend_or_holiday(
    start: datetime, count: int, office: OfficeCalendar
) -> None:
    first = office.local(start).date()

    last = office.local(due_after(Span(count, Unit.BUSINESS_DAYS), start, office)).date()

    passed = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert office.is_business_day(last)
    assert sum(office.is_business_day(day) for day in passed) == count


@given(start=instants, span=spans, days=st.integers(0, 30), office=offices)
def test_an_extension_is_counted_from_the_original_due_date(
    start: datetime, span: Span, days: int, office: OfficeCalendar
) -> None:
    original = due_after(span, start, office)

    later = extended_due(original, Span(days, Unit.CALENDAR_DAYS), office)

    assert office.local(later).date() - office.local(original).date() == timedelta(days=days)


@given(start=instants, span=spans, office=offices)
def test_the_working_begins_with_the_start_and_ends_with_the_due_time(
    start: datetime, span: Span, office: OfficeCalendar
) -> None:
    lines = working(span, start, office)

    due = office.local(due_after(span, start, office))
    assert lines[0].startswith(f"Received {office.local(start):%m/%d/%Y}")
    assert lines[-1].startswith(f"Due {due:%m/%d/%Y}")
    assert len(lines) < 40


def test_five_business_days_skip_the_weekend_and_the_holiday() -> None:
    received = datetime(2026, 6, 30, 16, 55, tzinfo=LOS_ANGELES)

    due = due_after(Span.parse("5 business days"), received, OFFICE)

    assert due == datetime(2026, 7, 8, 23, 59, 59, tzinfo=LOS_ANGELES)


def test_the_receipt_date_is_day_nought_even_on_a_sunday() -> None:
    received = datetime(2026, 11, 22, 23, 59, tzinfo=LOS_ANGELES)

    due = due_after(Span.parse("1 business day"), received, OFFICE)

    assert OFFICE.local(due).date() == date(2026, 11, 23)


def test_the_receipt_date_is_the_offices_not_that_of_greenwich() -> None:
    received = datetime(2026, 11, 21, 1, 45, tzinfo=UTC)

    assert OFFICE.local(due_after(Span.parse("7 calendar days"), received, OFFICE)).date() == date(
        2026, 11, 27
    )


@pytest.mark.parametrize(
    ("start", "span", "last"),
    [
        (date(2027, 1, 31), "1 month", date(2027, 2, 28)),
        (date(2028, 1, 31), "1 month", date(2028, 2, 29)),
        (date(2028, 2, 29), "1 year", date(2029, 2, 28)),
        (date(2028, 2, 29), "4 years", date(2032, 2, 29)),
        (date(2026, 11, 30), "3 months", date(2027, 2, 28)),
        (date(2026, 12, 15), "1 month", date(2027, 1, 15)),
    ],
)
def test_months_and_years_end_on_the_last_day_of_a_shorter_month(
    start: date, span: str, last: date
) -> None:
    due = due_after(Span.parse(span), wall_clock(f"{start}T12:00"), OFFICE)

    assert OFFICE.local(due).date() == last


def test_a_time_without_offset_is_office_time() -> None:
    assert OFFICE.instant(wall_clock("2026-11-20T17:45")) == datetime(
        2026, 11, 21, 1, 45, tzinfo=UTC
    )


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_comes_twice_or_never_is_read_as_before_the_change(fold: int) -> None:
    twice = wall_clock("2026-11-01T01:30").replace(fold=fold)
    never = wall_clock("2027-03-14T02:30").replace(fold=fold)

    assert OFFICE.instant(twice) == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    assert OFFICE.instant(never) == datetime(2027, 3, 14, 10, 30, tzinfo=UTC)
    assert OFFICE.local(never).hour == 3


def test_nought_days_begun_in_the_last_second_are_not_over_before_they_began() -> None:
    begun = datetime(2026, 11, 20, 23, 59, 59, 500_000, tzinfo=LOS_ANGELES)

    assert due_after(Span.parse("0 calendar days"), begun, OFFICE) == begun


def test_business_days_past_the_list_of_holidays_are_an_error() -> None:
    with pytest.raises(HolidaysUnknown):
        due_after(Span.parse("5 business days"), wall_clock("2031-12-30T12:00"), OFFICE)


@pytest.mark.parametrize("span", ["100000 years", "100000 months", "100000 hours"])
def test_a_count_past_every_calendar_is_an_error(span: str) -> None:
    with pytest.raises(DateOutOfReach):
        due_after(Span.parse(span), wall_clock("9990-01-01T12:00"), OFFICE)


@pytest.mark.parametrize("name", ["", "Mars", "America", "../etc/passwd"])
def test_a_name_that_is_no_zone_is_refused_with_an_example(name: str) -> None:
    with pytest.raises(UnknownTimeZone, match="America/Los_Angeles"):
        OfficeCalendar.of(name)


def test_the_working_names_the_days_that_are_not_counted() -> None:
    received = datetime(2026, 11, 24, 17, 45, tzinfo=LOS_ANGELES)

    lines = working(Span.parse("3 business days"), received, OFFICE)

    assert lines == (
        "Received 11/24/2026 5:45 PM PST (day 0)",
        "day 1: Wed 11/25",
        "not counted: Thu 11/26, Thanksgiving Day",
        "day 2: Fri 11/27",
        "not counted: Sat 11/28, weekend",
        "not counted: Sun 11/29, weekend",
        "day 3: Mon 11/30",
        "Due 11/30/2026 11:59:59 PM PST",
    )


def test_the_working_of_a_long_span_is_summed_up_but_names_the_holidays() -> None:
    lines = working(Span.parse("45 working days"), wall_clock("2026-11-02T09:00"), OFFICE)

    assert lines[1:-1] == (
        "45 working days later: Fri 01/08/2027",
        "not counted: 18 weekend days",
        "not counted: Wed 11/11, Veterans Day",
        "not counted: Thu 11/26, Thanksgiving Day",
        "not counted: Fri 12/25, Christmas Day",
        "not counted: Fri 01/01, New Year's Day",
    )


def test_the_working_of_hours_tells_of_a_clock_change() -> None:
    lines = working(Span.parse("72 hours"), wall_clock("2026-10-30T12:00"), OFFICE)

    assert "the clocks go back by 1 h on the way, so the wall clock reads otherwise" in lines
    assert lines[-1] == "Due 11/02/2026 11:00 AM PST"
