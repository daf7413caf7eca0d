"""The daily look at a complex case, and what an open case waits for next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openmso.care.case_management.domain.daily_status import (
    DayNotWatched,
    missing_days,
    next_day_to_tell,
    require_watched,
)
from openmso.care.case_management.domain.due import Waits, due_next

MONDAY = date(2026, 11, 16)


def day(after_monday: int) -> date:
    return MONDAY + timedelta(days=after_monday)


@pytest.mark.requirement("S003-35")
def test_a_day_without_an_entry_is_missing_until_somebody_tells_it() -> None:
    told = {day(0), day(2)}

    assert missing_days(watched_from=MONDAY, told=told, today=day(4)) == (day(1), day(3))
    assert missing_days(watched_from=MONDAY, told=told | {day(1), day(3)}, today=day(4)) == ()


def test_weekends_and_holidays_are_days_too() -> None:
    told = {day(number) for number in range(5)}

    assert missing_days(watched_from=MONDAY, told=told, today=day(7)) == (day(5), day(6))


@pytest.mark.parametrize(
    ("told", "next_day"),
    [(set(), 0), ({0}, 1), ({0, 1}, 2), ({1}, 0), ({0, 1, 2}, 3)],
)
def test_the_oldest_untold_day_comes_first_and_tomorrow_when_today_is_told(
    told: set[int], next_day: int
) -> None:
    days = {day(number) for number in told}

    assert next_day_to_tell(watched_from=MONDAY, told=days, today=day(2)) == day(next_day)


@given(told=some.sets(some.integers(0, 40)), today=some.integers(0, 40))
def test_every_passed_day_is_either_told_or_missing(told: set[int], today: int) -> None:
    days = {day(number) for number in told}

    missing = missing_days(watched_from=MONDAY, told=days, today=day(today))

    assert set(missing) | days >= {day(number) for number in range(today)}
    assert not set(missing) & days
    assert all(one < day(today) for one in missing)


@pytest.mark.parametrize("on", [day(-1), day(3)])
def test_nobody_writes_of_a_day_ahead_or_before_the_watch(on: date) -> None:
    with pytest.raises(DayNotWatched):
        require_watched(on, watched_from=MONDAY, today=day(2))


def test_a_case_waits_for_whatever_comes_first() -> None:
    due = due_next(tasks=[day(5), day(3)], status_on=day(2), today=day(2))
    later = due_next(tasks=[day(1)], status_on=day(2), today=day(2))

    assert (due.on, due.waits_for) == (day(2), Waits.STATUS)
    assert (later.on, later.waits_for) == (day(1), Waits.TASK)


@pytest.mark.requirement("S003-34")
def test_an_open_case_with_nothing_planned_waits_for_a_plan_today() -> None:
    due = due_next(tasks=[], status_on=None, today=day(2))

    assert (due.on, due.waits_for) == (day(2), Waits.PLANNING)
