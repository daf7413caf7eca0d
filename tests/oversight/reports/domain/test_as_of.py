"""How far a request had come is told by what had been recorded, and by nothing else."""

from datetime import UTC, datetime, timedelta
from typing import Any

from openmso.casework.prior_auth.events import Event
from openmso.oversight.reports.domain.as_of import Line, standing_of, with_earlier_arrival
from openmso.oversight.reports.domain.facts import Outcome, Standing

CAME = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
_HOUR = timedelta(hours=1)


def history(*events: tuple[Event, dict[str, Any]] | Event) -> Standing:
    """What a history says; each line happens an hour after the one before."""
    told = [one if isinstance(one, tuple) else (one, {}) for one in events]
    lines = [
        Line(name=name, happened_at=CAME + place * _HOUR, details=details)
        for place, (name, details) in enumerate(told)
    ]
    standing = standing_of(lines)
    assert standing is not None
    return standing


ARRIVED = (Event.RECEIVED, {"urgency": "standard", "missing": []})


def test_the_first_decision_counts_and_not_what_came_after_it() -> None:
    found = history(ARRIVED, Event.DENIED, Event.REOPENED, Event.APPROVED)

    assert (found.outcome, found.decided_at) == (Outcome.DENIED, CAME + _HOUR)
    assert found.took == _HOUR


def test_an_overturned_no_stays_a_no_that_was_approved_after_an_appeal() -> None:
    found = history(ARRIVED, Event.DENIED, Event.OVERTURNED)

    assert found.outcome is Outcome.DENIED
    assert found.overturned_at == CAME + 2 * _HOUR


def test_the_track_is_the_one_on_which_it_was_decided() -> None:
    faster = (Event.URGENCY_SET, {"before": "standard", "after": "expedited"})

    assert history(ARRIVED, faster, Event.APPROVED).urgency == "expedited"
    assert history(ARRIVED, Event.APPROVED, faster).urgency == "standard"


def test_extra_time_and_lateness_count_when_they_came_before_the_decision() -> None:
    late = history(ARRIVED, Event.EXTENDED, Event.TIME_RAN_OUT, Event.APPROVED)
    prompt = history(ARRIVED, Event.APPROVED, Event.REOPENED, Event.EXTENDED, Event.TIME_RAN_OUT)

    assert (late.extended, late.ran_late) == (True, True)
    assert (prompt.extended, prompt.ran_late) == (False, False)


def test_a_request_that_was_joined_and_parted_again_goes_on() -> None:
    joined = (Event.JOINED, {"into": "PA-2"})

    assert history(ARRIVED, joined).closed_as == "joined"
    assert history(ARRIVED, joined, (Event.NOT_DUPLICATES, {"other": "PA-2"})).closed_as == ""


def test_the_earliest_arrival_counts_when_two_requests_became_one() -> None:
    absorbing = history(ARRIVED, (Event.JOINED, {"absorbed": "PA-1"}))

    found = with_earlier_arrival(absorbing, {"PA-1": CAME - _HOUR, "PA-9": CAME - 5 * _HOUR})

    assert found.received_at == CAME - _HOUR


def test_a_history_that_does_not_begin_with_an_arrival_is_no_request_yet() -> None:
    assert standing_of([]) is None
