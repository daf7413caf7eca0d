"""Bed days, counted by hand, and against a count of every single minute."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openmso.casework.inpatient.admissions.domain.bed_days import bed_days, between
from openmso.casework.inpatient.admissions.domain.stay import (
    Level,
    Move,
    MoveKind,
    Part,
    StayNotPossible,
    part_at,
    parts_of,
)

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
MINUTE = timedelta(minutes=1)
LONG_AFTER = datetime(2027, 1, 1, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LOS_ANGELES)


def enters(when: datetime, level: Level = Level.MEDICAL_SURGICAL, place: str = "Harbor") -> Move:
    return Move(at=when, kind=MoveKind.ENTER, level=level, place=place)


def leaves(when: datetime) -> Move:
    return Move(at=when, kind=MoveKind.LEAVE)


def returns(when: datetime) -> Move:
    return Move(at=when, kind=MoveKind.RETURN)


def goes_home(when: datetime) -> Move:
    return Move(at=when, kind=MoveKind.DISCHARGE)


def days(*moves: Move, known_at: datetime = LONG_AFTER) -> list[tuple[int, str]]:
    counted = bed_days(parts_of(moves), zone=LOS_ANGELES, at=known_at)
    return [(day.on.day, day.place) for day in counted]


def test_the_day_of_admission_counts_and_the_day_of_discharge_does_not() -> None:
    assert days(enters(at(3, 23, 59)), goes_home(at(5, 0, 5))) == [(3, "Harbor"), (4, "Harbor")]


def test_admitted_and_gone_before_midnight_is_one_day() -> None:
    assert days(enters(at(3, 1)), goes_home(at(3, 22))) == [(3, "Harbor")]


def test_a_stay_that_goes_on_has_the_days_that_are_over() -> None:
    assert days(enters(at(3, 1)), known_at=at(5, 12)) == [(3, "Harbor"), (4, "Harbor")]
    assert days(enters(at(3, 1)), known_at=at(3, 12)) == []


def test_observation_is_no_inpatient_day() -> None:
    watched = enters(at(3, 8), Level.OBSERVATION)

    assert days(watched, enters(at(4, 15), Level.TELEMETRY), goes_home(at(5, 9))) == [(4, "Harbor")]
    assert days(watched, goes_home(at(5, 9))) == []


def test_a_day_counts_at_the_hospital_where_its_midnight_was_spent() -> None:
    moved = enters(at(4, 13), place="Cedar")

    assert days(enters(at(3, 8)), moved, goes_home(at(6, 9))) == [
        (3, "Harbor"),
        (4, "Cedar"),
        (5, "Cedar"),
    ]


def test_a_day_on_which_a_leave_begins_counts_only_when_the_patient_is_back_by_midnight() -> None:
    away = [enters(at(3, 8)), leaves(at(4, 9)), returns(at(6, 18)), goes_home(at(7, 10))]
    short = [enters(at(3, 8)), leaves(at(4, 9)), returns(at(4, 22)), goes_home(at(5, 10))]

    assert [day for day, _ in days(*away)] == [3, 6]
    assert [day for day, _ in days(*short)] == [3, 4]


def test_the_night_on_which_the_clocks_change_is_one_night() -> None:
    assert len(days(enters(at(31, 22, month=10)), goes_home(at(2, 10)))) == 2


def test_only_the_days_of_the_month_asked_for_are_kept() -> None:
    whole = bed_days(
        parts_of([enters(at(29, 8, month=10)), goes_home(at(3, 10))]),
        zone=LOS_ANGELES,
        at=LONG_AFTER,
    )

    november = between(whole, date(2026, 11, 1), date(2026, 12, 1))

    assert [day.on for day in november] == [date(2026, 11, 1), date(2026, 11, 2)]


@pytest.mark.parametrize(
    ("moves", "sentence"),
    [
        ([goes_home(at(3, 8))], "A stay begins with the admission"),
        ([enters(at(3, 8)), returns(at(3, 9))], "was not on leave"),
        ([enters(at(3, 8)), leaves(at(3, 9)), leaves(at(3, 10))], "on leave already"),
        ([enters(at(3, 8)), goes_home(at(3, 9)), leaves(at(3, 10))], "was discharged before"),
        ([enters(at(3, 8)), leaves(at(3, 9)), enters(at(3, 10))], "the return from leave first"),
        ([enters(at(3, 8)), leaves(at(3, 8))], "in one minute"),
    ],
)
def test_what_cannot_have_happened_is_refused(moves: list[Move], sentence: str) -> None:
    with pytest.raises(StayNotPossible, match=sentence):
        parts_of(moves)


def test_moves_may_be_learned_in_any_order() -> None:
    moves = [enters(at(3, 8)), leaves(at(4, 9)), returns(at(6, 18)), goes_home(at(7, 10))]

    assert days(*moves) == days(*reversed(moves))


@st.composite
def stays(draw: st.DrawFn) -> tuple[list[Move], datetime]:
    """A stay of any shape around the autumn change of clocks, and a moment to count at."""
    first = datetime(2026, 10, 30, tzinfo=UTC)
    gaps = draw(st.lists(st.integers(1, 2200), min_size=1, max_size=6))
    moments, moment = [], first
    for gap in gaps:
        moment += gap * MINUTE
        moments.append(moment)
    levels, places = st.sampled_from(Level), st.sampled_from(("Harbor", "Cedar"))
    moves, away = [enters(moments[0], draw(levels), draw(places))], False
    for when in moments[1:]:
        if away:
            moves.append(returns(when))
            away = False
        elif draw(st.booleans()):
            moves.append(leaves(when))
            away = True
        else:
            moves.append(enters(when, draw(levels), draw(places)))
    if draw(st.booleans()):
        moves.append(goes_home(moment + draw(st.integers(1, 2200)) * MINUTE))
    return moves, first + draw(st.integers(1, 16_000)) * MINUTE


def minute_by_minute(parts: tuple[Part, ...], known_at: datetime) -> list[tuple[date, str]]:
    """Look at every minute of the stay: a day counts where its last minute was spent in a bed."""
    minute = parts[0].from_at
    in_bed: dict[date, str] = {}
    last_minute: dict[date, str] = {}
    over = parts[-1].until_at is not None and parts[-1].until_at <= known_at
    end = min(known_at, parts[-1].until_at or known_at)
    while minute < end:
        here = part_at(parts, minute)
        local = minute.astimezone(LOS_ANGELES)
        if here is not None and here.level is not Level.OBSERVATION and not here.on_leave:
            in_bed.setdefault(local.date(), here.place)
            if (minute + MINUTE).astimezone(LOS_ANGELES).date() != local.date():
                last_minute[local.date()] = here.place
        minute += MINUTE
    if over and in_bed and not last_minute:
        last_minute = dict([next(iter(in_bed.items()))])
    return sorted(last_minute.items())


@pytest.mark.requirement("S003-31")
@settings(max_examples=150, deadline=None)
@given(stays())
def test_the_count_agrees_with_a_look_at_every_minute(stay: tuple[list[Move], datetime]) -> None:
    moves, known_at = stay
    parts = parts_of(moves)

    counted = [(day.on, day.place) for day in bed_days(parts, zone=LOS_ANGELES, at=known_at)]

    expected = minute_by_minute(parts, known_at) if parts[0].from_at < known_at else []
    assert counted == expected
