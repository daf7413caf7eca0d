"""Whether somebody is on duty at every minute, checked against counting the minutes one by one."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis.strategies import DrawFn, composite, integers, lists, sampled_from

from openmso.office.on_call.domain.coverage import gaps, without_absences
from openmso.office.on_call.domain.in_force import Published, in_force
from openmso.office.on_call.domain.stretch import Absence, Duty, Stretch
from openmso.office.on_call.domain.words import gaps_in_words

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
MIDNIGHT = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)  # in Los Angeles, where clocks change at 2
MINUTE = timedelta(minutes=1)
A_DAY = 25 * 60
INES, TOBIAS = UUID(int=1), UUID(int=2)


def at(minute: int) -> datetime:
    return MIDNIGHT + minute * MINUTE


def stretch(first: int, length: int) -> Stretch:
    return Stretch(at(first), at(first + length))


def duty(during: Stretch, person_id: UUID = INES) -> Duty:
    return Duty(person_id=person_id, person="Ines", during=during)


@composite
def stretches(draw: DrawFn) -> Stretch:
    return stretch(draw(integers(-200, A_DAY + 100)), draw(integers(1, 700)))


def uncovered_minutes(period: Stretch, duties: list[Duty]) -> set[int]:
    """Count as a person would: is somebody on duty in this minute, and in this, and in this?"""
    length = (period.ends_at - period.starts_at) // MINUTE
    return {
        minute
        for minute in range(length)
        if not any(one.during.holds(period.starts_at + minute * MINUTE) for one in duties)
    }


@given(lists(stretches(), max_size=9))
@pytest.mark.requirement("S000-29")
def test_gaps_are_exactly_the_minutes_without_anybody(taken: list[Stretch]) -> None:
    period, duties = stretch(0, A_DAY), [duty(one) for one in taken]

    found = gaps(period, duties)

    minutes = {
        (gap.starts_at - period.starts_at) // MINUTE + minute
        for gap in found
        for minute in range((gap.ends_at - gap.starts_at) // MINUTE)
    }
    assert minutes == uncovered_minutes(period, duties)
    assert all(one.ends_at < two.starts_at for one, two in pairwise(found))


@given(lists(stretches(), max_size=6), lists(stretches(), max_size=4))
def test_who_is_away_is_on_no_duty_in_any_minute(taken: list[Stretch], away: list[Stretch]) -> None:
    duties = [duty(one) for one in taken] + [duty(one, TOBIAS) for one in taken[:2]]
    absences = [Absence(person_id=INES, person="Ines", during=one) for one in away]

    left = without_absences(duties, absences)

    for minute in range(-200, A_DAY + 800):
        on = {one.person_id for one in duties if one.during.holds(at(minute))}
        is_away = any(one.during.holds(at(minute)) for one in absences)
        expected = on - ({INES} if is_away else set())
        assert {one.person_id for one in left if one.during.holds(at(minute))} == expected


@given(lists(stretches(), max_size=5), sampled_from([1, 2, 3]))
def test_the_schedule_published_last_holds_in_every_minute(
    periods: list[Stretch], turns: int
) -> None:
    schedules = [
        Published(
            period=period,
            published_at=MIDNIGHT + number * MINUTE,
            duties=(duty(stretch(-400, 3000), UUID(int=number + turns)),),
        )
        for number, period in enumerate(periods)
    ]

    held = in_force(schedules)

    for minute in range(-200, A_DAY + 800, 7):
        speaking = [one for one in schedules if one.period.holds(at(minute))]
        newest = speaking[-1].duties[0].person_id if speaking else None
        on = {one.person_id for one in held if one.during.holds(at(minute))}
        assert on == ({newest} if newest else set())


def test_a_gap_is_told_in_the_office_s_time_with_the_hours_it_really_lasts() -> None:
    first = duty(Stretch(MIDNIGHT, datetime(2026, 11, 1, 0, 30, tzinfo=LOS_ANGELES)))
    second = duty(Stretch(datetime(2026, 11, 1, 3, 0, tzinfo=LOS_ANGELES), at(A_DAY)))

    sentences = gaps_in_words(gaps(stretch(0, A_DAY), [first, second]), LOS_ANGELES)

    assert sentences == [
        "Nobody is on duty from Sunday 11/01/2026 12:30 AM PDT to Sunday 11/01/2026 3:00 AM PST "
        "(3 h 30 min)."
    ]


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    early = datetime(2026, 11, 1, 1, 30, tzinfo=LOS_ANGELES)

    found = gaps(
        stretch(0, A_DAY),
        [
            duty(Stretch(MIDNIGHT, early)),
            duty(Stretch(early.replace(fold=1), at(A_DAY))),
        ],
    )

    assert [gap.ends_at - gap.starts_at for gap in found] == [timedelta(hours=1)]


def test_an_end_is_exclusive_and_a_beginning_inclusive() -> None:
    whole = stretch(0, A_DAY)

    assert gaps(whole, [duty(stretch(0, 60)), duty(stretch(60, A_DAY - 60))]) == ()
    assert gaps(whole, [duty(stretch(0, 60)), duty(stretch(61, A_DAY - 61))]) == (stretch(60, 1),)


def test_nobody_at_all_is_one_gap() -> None:
    assert gaps(stretch(0, A_DAY), []) == (stretch(0, A_DAY),)


def test_a_stretch_needs_time_zones_and_an_end_after_its_start() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        Stretch(at(0).replace(tzinfo=None), at(5))
    with pytest.raises(ValueError, match="not after"):
        Stretch(at(5), at(5))
