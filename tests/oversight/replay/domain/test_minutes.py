"""Steps go from minute to minute in which something was recorded."""

from datetime import UTC, datetime, timedelta

from openmso.oversight.replay.domain.minutes import end_of, steps_from

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
HISTORY = [NOON, NOON + timedelta(seconds=59), NOON + timedelta(hours=1), NOON + timedelta(days=1)]


def test_what_was_recorded_in_a_minute_counts_when_it_is_over() -> None:
    assert end_of(NOON + timedelta(seconds=17)) == NOON + timedelta(seconds=59, microseconds=999999)


def test_two_lines_of_one_minute_are_one_step() -> None:
    steps = steps_from(NOON, HISTORY)

    assert steps is not None
    assert (steps.previous, steps.next) == (None, NOON + timedelta(hours=1))
    assert (steps.place, steps.of) == (1, 3)


def test_a_minute_between_two_events_has_both_as_its_neighbors() -> None:
    steps = steps_from(NOON + timedelta(minutes=30), HISTORY)

    assert steps is not None
    assert (steps.previous, steps.next) == (NOON, NOON + timedelta(hours=1))
    assert (steps.first, steps.last) == (NOON, NOON + timedelta(days=1))


def test_a_case_without_a_history_has_no_steps() -> None:
    assert steps_from(NOON, []) is None
