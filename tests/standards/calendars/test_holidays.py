"""The list of federal holidays against a second source, and its limits."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays
import pytest

from openmso.standards.calendars import (
    HolidaysUnknown,
    OfficeCalendar,
    Span,
    due_after,
    holiday_list,
)

FEDERAL = holiday_list()
SATURDAY = 5


def test_the_federal_list_equals_an_independent_one() -> None:
    years = range(FEDERAL.covers_from.year, FEDERAL.covers_until.year + 1)
    independent = {
        day
        for day in holidays.country_holidays("US", years=years)
        if day.weekday() < SATURDAY and FEDERAL.covers_from <= day < FEDERAL.covers_until
    }

    assert set(FEDERAL.days) == independent


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2026, "0101 0119 0216 0525 0619 0703 0907 1012 1111 1126 1225"),
        (2027, "0101 0118 0215 0531 0618 0705 0906 1011 1111 1125 1224 1231"),
    ],
)
def test_the_years_at_hand_are_the_published_ones(year: int, days: str) -> None:
    assert [f"{day:%m%d}" for day in FEDERAL.days if day.year == year] == days.split()


def test_no_holiday_of_the_list_falls_on_a_weekend() -> None:
    assert all(day.weekday() < SATURDAY for day in FEDERAL.days)


def test_the_list_says_what_it_is_and_when_it_was_checked() -> None:
    assert FEDERAL.source.startswith("5 U.S.C. 6103")
    assert FEDERAL.checked_on == date(2026, 11, 22)


@pytest.mark.parametrize("day", [FEDERAL.covers_from - timedelta(days=1), FEDERAL.covers_until])
def test_a_day_outside_the_covered_years_is_an_error_not_a_working_day(day: date) -> None:
    with pytest.raises(HolidaysUnknown, match="add that year to the list"):
        FEDERAL.holiday_on(day)


def test_an_unknown_list_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(HolidaysUnknown, match="there are: federal_observed"):
        holiday_list("office_party")


@pytest.mark.requirement("IMP-01")
def test_an_office_counts_by_the_list_it_keeps(tmp_path: Path) -> None:
    (tmp_path / "harvest.yaml").write_text(
        "title: Days a contract adds\nsource: contract 12\nchecked_on: 2026-11-22\n"
        "covers_from: 2026-01-01\ncovers_until: 2027-01-01\n"
        "days: {2026-11-27: Day after Thanksgiving}\n",
        encoding="utf-8",
    )

    harvest = holiday_list("harvest", tmp_path)

    received = datetime(2026, 11, 26, 9, tzinfo=ZoneInfo("America/Phoenix"))
    one_day = Span.parse("1 business day")
    own = OfficeCalendar(ZoneInfo("America/Phoenix"), harvest)
    federal = OfficeCalendar.of("America/Phoenix")
    assert own.why_closed(date(2026, 11, 27)) == "Day after Thanksgiving"
    assert own.local(due_after(one_day, received, own)).date() == date(2026, 11, 30)
    assert federal.local(due_after(one_day, received, federal)).date() == date(2026, 11, 27)
    assert harvest.checked_on == date(2026, 11, 22)


def test_a_list_with_a_day_outside_its_own_years_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text(
        "title: Odd\nsource: none\nchecked_on: 2026-11-22\ncovers_from: 2026-01-01\n"
        "covers_until: 2027-01-01\ndays: {2028-01-01: Too late}\n",
        encoding="utf-8",
    )

    with pytest.raises(HolidaysUnknown):
        holiday_list("odd", tmp_path)
