"""A week that repeats, laid out over the calendar and over both changes of clocks."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis.strategies import DrawFn, composite, dates, integers, lists, sampled_from, times

from openmso.office.on_call.domain.coverage import gaps
from openmso.office.on_call.domain.weekly import WeeklyTurn, laid_out, period_of

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
ZONES = [LOS_ANGELES, ZoneInfo("America/Phoenix"), ZoneInfo("America/New_York")]
INES, TOBIAS = UUID(int=1), UUID(int=2)
WEEK = timedelta(days=7)


def turn(weekday: int, starts: time, ends: time, person: UUID = INES) -> WeeklyTurn:
    return WeeklyTurn(weekday=weekday, starts=starts, ends=ends, person_id=person, person="Ines")


def day_and_night(day: time, night: time) -> list[WeeklyTurn]:
    return [
        each
        for weekday in range(7)
        for each in (turn(weekday, day, night), turn(weekday, night, day, TOBIAS))
    ]


@composite
def cuts(draw: DrawFn) -> list[time]:
    """Times of day, in order, at which one person hands over to the next."""
    return sorted(set(draw(lists(times().map(whole_minute), min_size=1, max_size=4))))


def whole_minute(moment: time) -> time:
    return moment.replace(second=0, microsecond=0)


@given(cuts(), dates(date(2025, 1, 1), date(2027, 12, 1)), integers(1, 40), sampled_from(ZONES))
@pytest.mark.requirement("S000-29")
def test_turns_that_meet_leave_no_minute_open_on_any_day_of_any_year(
    cut: list[time], from_on: date, days: int, zone: ZoneInfo
) -> None:
    until_on = from_on + timedelta(days=days)
    around = [*pairwise(cut), (cut[-1], cut[0])]
    turns = [turn(weekday, starts, ends) for weekday in range(7) for starts, ends in around]

    duties = laid_out(turns, from_on=from_on, until_on=until_on, zone=zone)

    assert gaps(period_of(from_on, until_on, zone), duties) == ()


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25), (date(2026, 6, 1), 24)]
)
@pytest.mark.requirement("S000-29")
def test_the_day_of_a_change_of_clocks_is_shorter_or_longer_and_whole(
    day: date, hours: int
) -> None:
    duties = laid_out(
        day_and_night(time(7), time(19)),
        from_on=day,
        until_on=day + timedelta(days=1),
        zone=LOS_ANGELES,
    )

    lengths = [duty.during.ends_at - duty.during.starts_at for duty in duties]
    assert sum(lengths, timedelta()) == timedelta(hours=hours)


def test_a_turn_that_was_forgotten_is_one_gap_a_week() -> None:
    turns = day_and_night(time(7), time(19))
    turns = [each for each in turns if not (each.weekday == 2 and each.starts == time(19))]
    from_on = date(2026, 10, 26)

    duties = laid_out(turns, from_on=from_on, until_on=from_on + 2 * WEEK, zone=LOS_ANGELES)

    found = gaps(period_of(from_on, from_on + 2 * WEEK, LOS_ANGELES), duties)
    assert [gap.starts_at.astimezone(LOS_ANGELES) for gap in found] == [
        datetime(2026, 10, 28, 19, tzinfo=LOS_ANGELES),
        datetime(2026, 11, 4, 19, tzinfo=LOS_ANGELES),
    ]


def test_the_night_before_the_first_day_covers_its_early_hours() -> None:
    duties = laid_out(
        day_and_night(time(8), time(20)),
        from_on=date(2026, 6, 1),
        until_on=date(2026, 6, 2),
        zone=LOS_ANGELES,
    )

    assert [duty.person_id for duty in duties] == [TOBIAS, INES, TOBIAS]


def test_same_start_and_end_is_a_whole_day() -> None:
    duties = laid_out(
        [turn(weekday, time(8), time(8)) for weekday in range(7)],
        from_on=date(2026, 6, 1),
        until_on=date(2026, 6, 8),
        zone=LOS_ANGELES,
    )

    assert gaps(period_of(date(2026, 6, 1), date(2026, 6, 8), LOS_ANGELES), duties) == ()
