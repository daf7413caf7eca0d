"""Limits that name an hour, office hours, and counting back from an event."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmso.standards.calendars import (
    HoursUnknown,
    OfficeCalendar,
    OfficeHours,
    PointOfDay,
    Span,
    Unit,
    due_after,
    extended_due,
    office_hours,
    working,
)

OFFICE = OfficeCalendar.of("America/Los_Angeles")
EARLY = OfficeHours(
    name="early", title="Early hours", source="invented", opens_at=time(6), closes_at=time(14, 30)
)
instants = st.datetimes(
    datetime.fromisoformat("2024-01-02"),
    datetime.fromisoformat("2029-12-31"),
    timezones=st.just(UTC),
)
at = datetime.fromisoformat


def due(limit: PointOfDay, start: str, office: OfficeCalendar = OFFICE) -> str:
    return f"{office.local(due_after(limit, at(start), office)):%Y-%m-%dT%H:%M:%S}"


def test_the_close_of_business_is_the_offices_own() -> None:
    early = OfficeCalendar(OFFICE.time_zone, OFFICE.holidays, EARLY)

    same_day = PointOfDay.CLOSE_OF_BUSINESS_SAME_DAY
    assert due(same_day, "2026-11-24T09:00") == "2026-11-24T17:00:00"
    assert due(same_day, "2026-11-24T09:00", early) == "2026-11-24T14:30:00"


def test_a_close_of_business_that_is_over_is_due_at_once_and_says_so() -> None:
    start = "2026-11-24T17:00:01"

    assert due(PointOfDay.CLOSE_OF_BUSINESS_SAME_DAY, start) == start
    lines = working(PointOfDay.CLOSE_OF_BUSINESS_SAME_DAY, at(start), OFFICE)
    assert lines[-2] == "that time was over already: it is due at once"


def test_noon_and_midnight_are_wall_clock_times_across_the_clock_changes() -> None:
    assert due(PointOfDay.NOON_NEXT_DAY, "2026-10-31T13:00") == "2026-11-01T12:00:00"
    assert due(PointOfDay.NOON_DAY_BEFORE, "2027-03-15T09:00") == "2027-03-14T12:00:00"
    assert due(PointOfDay.MIDNIGHT_SAME_DAY, "2026-11-01T00:30") == "2026-11-01T23:59:59"


def test_the_working_names_the_day_the_hour_and_whose_hours_they_are() -> None:
    lines = working(PointOfDay.CLOSE_OF_BUSINESS_NEXT_DAY, at("2026-11-25T10:00"), OFFICE)

    assert lines == (
        "Received 11/25/2026 10:00 AM PST (day 0)",
        "close of business next day: Thu 11/26/2026 at the close of business (usual hours of an"
        " office, where nobody set others); weekends and holidays count",
        "Due 11/26/2026 5:00 PM PST",
    )


@given(start=instants, count=st.integers(0, 120))
def test_days_before_end_that_many_days_earlier_at_the_end_of_the_day(
    start: datetime, count: int
) -> None:
    ended = OFFICE.local(due_after(Span(count, Unit.CALENDAR_DAYS_BEFORE), start, OFFICE))

    assert OFFICE.local(start).date() - ended.date() == timedelta(days=count)
    assert f"{ended:%H:%M:%S}" == "23:59:59"


@given(start=instants, count=st.integers(0, 200))
def test_hours_before_are_elapsed_time_too(start: datetime, count: int) -> None:
    before = due_after(Span(count, Unit.HOURS_BEFORE), OFFICE.local(start), OFFICE)

    assert start - before == timedelta(hours=count)


def test_the_working_of_a_count_backwards_names_the_day() -> None:
    lines = working(Span(2, Unit.CALENDAR_DAYS_BEFORE), at("2026-11-28T00:00"), OFFICE)

    assert lines[1] == "2 calendar days before: Thu 11/26/2026; every day counts"


@given(start=instants, count=st.integers(0, 24))
def test_months_to_day_31_end_on_the_last_day_of_a_month(start: datetime, count: int) -> None:
    last = OFFICE.local(due_after(Span(count, Unit.MONTHS_TO_DAY_31), start, OFFICE)).date()

    assert (last + timedelta(days=1)).day == 1
    begun = OFFICE.local(start).date()
    assert (last.year - begun.year) * 12 + last.month - begun.month == count


def test_days_in_total_count_from_the_start_and_never_shorten_the_time() -> None:
    start, total = at("2026-11-02T09:00"), Span(30, Unit.CALENDAR_DAYS_TOTAL)
    short, long = at("2026-11-17T23:59:59-08:00"), at("2027-01-05T23:59:59-08:00")

    assert OFFICE.local(extended_due(short, total, OFFICE, start=start)).date() == date(2026, 12, 2)
    assert extended_due(long, total, OFFICE, start=start) == long
    with pytest.raises(ValueError, match="counted from the start"):
        extended_due(short, total, OFFICE)


def test_office_hours_come_from_files(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text(
        'title: Odd\nsource: x\nopens_at: "17:00"\ncloses_at: "08:00"\n', encoding="utf-8"
    )

    assert office_hours().closes_at == time(17)
    with pytest.raises(HoursUnknown, match="there are: odd"):
        office_hours("none", tmp_path)
    with pytest.raises(ValueError, match="closes at"):
        office_hours("odd", tmp_path)
