"""The minutes of a history, and the steps from one to the next.

People name minutes, so a case is shown as it stood when a minute was over: everything recorded in
it counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

_MINUTE = timedelta(minutes=1)
_LEAST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The minutes to go to from one; None where there is none. `place` counts from 1 how many
    minutes of the history are over by now, of `of`."""

    first: datetime
    previous: datetime | None
    next: datetime | None
    last: datetime
    place: int
    of: int


def minute_of(moment: datetime) -> datetime:
    """Return the beginning of the minute that holds `moment`."""
    return moment.replace(second=0, microsecond=0)


def end_of(minute: datetime) -> datetime:
    """Return the last instant of the minute that begins at `minute`, in microseconds."""
    return minute_of(minute) + _MINUTE - _LEAST


def steps_from(minute: datetime, recorded: Iterable[datetime]) -> Steps | None:
    """Return the steps from a minute, which need not be one of the history; None without one."""
    minutes: Sequence[datetime] = sorted({minute_of(moment) for moment in recorded})
    if not minutes:
        return None
    here = minute_of(minute)
    earlier = [one for one in minutes if one < here]
    later = [one for one in minutes if one > here]
    return Steps(
        first=minutes[0],
        previous=earlier[-1] if earlier else None,
        next=later[0] if later else None,
        last=minutes[-1],
        place=len(minutes) - len(later),
        of=len(minutes),
    )
