"""The days a report is about, and when it closes."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from openmso.oversight.reports.domain.period import Period, month, period_called, year
from openmso.oversight.reports.terms import terms

LOS_ANGELES = ZoneInfo("America/Los_Angeles")


def test_a_month_runs_from_its_first_midnight_in_the_office_to_the_next_one_s() -> None:
    """November 2026 begins in daylight time and ends in standard time."""
    assert period_called("2026-11").instants(LOS_ANGELES) == (
        datetime(2026, 11, 1, 7, tzinfo=UTC),
        datetime(2026, 12, 1, 8, tzinfo=UTC),
    )


@pytest.mark.parametrize("name", ["2026", "2026-12", "2024-02"])
def test_a_period_is_called_as_it_is_written(name: str) -> None:
    assert period_called(name).name == name


@pytest.mark.parametrize("text", ["", "2026-13", "26", "2026-1", "march", "0000", "2026-03-01"])
def test_what_is_no_period_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(ValueError, match="write a year, 2026, or a month, 2026-10"):
        period_called(text)


def test_a_month_closes_days_after_its_end_so_that_late_news_is_in_it() -> None:
    closes = terms().closes_at(month(date(2026, 12, 31)), LOS_ANGELES)

    assert closes == datetime(2027, 1, 6, 8, tzinfo=UTC)


def test_the_newest_month_to_report_is_one_that_has_closed() -> None:
    before, after = datetime(2026, 4, 5, tzinfo=UTC), datetime(2026, 4, 7, tzinfo=UTC)

    assert terms().last_closed_month(before, LOS_ANGELES).name == "2026-02"
    assert terms().last_closed_month(after, LOS_ANGELES).name == "2026-03"
    assert terms().last_closed_year(datetime(2026, 1, 20, tzinfo=UTC), LOS_ANGELES) == year(2024)
    assert terms().last_closed_year(datetime(2026, 2, 20, tzinfo=UTC), LOS_ANGELES) == year(2025)


def test_the_watch_looks_back_over_a_year_that_ends_with_the_month() -> None:
    assert terms().watched(period_called("2026-03")) == Period(date(2025, 4, 1), date(2026, 4, 1))
