"""Folds the history of a request into how far it had come.

Only what was recorded by the instant is handed in, so the same instant gives the same answer for
ever, whatever happens to the case later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from openmso.casework.prior_auth.events import Event

from .facts import Outcome, Standing

OUTCOMES = {
    Event.APPROVED: Outcome.APPROVED,
    Event.PARTLY_APPROVED: Outcome.PARTLY_APPROVED,
    Event.DENIED: Outcome.DENIED,
    Event.GRANTED_BY_LAW: Outcome.GRANTED_BY_LAW,
}
CLOSED = {
    Event.NOT_NEEDED: "not_needed",
    Event.EXEMPT: "exempt",
    Event.NOT_COVERED_ON_DATE: "not_eligible",
    Event.FORWARDED: "forwarded_to_plan",
    Event.JOINED: "joined",
    Event.WITHDRAWN: "withdrawn",
}
READ = (
    *OUTCOMES,
    *CLOSED,
    *(Event.RECEIVED, Event.URGENCY_SET, Event.EXTENDED, Event.TIME_RAN_OUT, Event.OVERTURNED),
    *(Event.REOPENED, Event.NOT_DUPLICATES),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a history: what happened, when, and what was noted with it."""

    name: str
    happened_at: datetime
    details: Mapping[str, Any]


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with an arrival."""
    standing: Standing | None = None
    for line in lines:
        if line.name == Event.RECEIVED and standing is None:
            standing = Standing(
                received_at=line.happened_at,
                urgency=str(line.details.get("urgency", "")),
                complete_on_arrival=not line.details.get("missing"),
            )
        elif standing is not None:
            standing = _after(standing, line)
    return standing


def with_earlier_arrival(standing: Standing, arrived: Mapping[str, datetime]) -> Standing:
    """Let the earliest of the joined requests count; `arrived` is by number."""
    times = [arrived[number] for number in standing.absorbed if number in arrived]
    return replace(standing, received_at=min((standing.received_at, *times)))


def _after(standing: Standing, line: Line) -> Standing:
    event = Event(line.name)
    undecided = standing.decided_at is None
    if event in OUTCOMES:
        return _decided(standing, line, OUTCOMES[event]) if undecided else standing
    if event is Event.JOINED and "absorbed" in line.details:
        number = str(line.details["absorbed"])
        return replace(standing, absorbed=(*standing.absorbed, number))
    if event is Event.OVERTURNED:
        return replace(standing, overturned_at=standing.overturned_at or line.happened_at)
    if event in CLOSED:
        return replace(standing, closed_as=CLOSED[event])
    if event is Event.REOPENED:
        return replace(standing, closed_as="")
    if event is Event.NOT_DUPLICATES:
        return _parted(standing, str(line.details.get("other", "")))
    if not undecided:
        return standing
    if event is Event.URGENCY_SET:
        return replace(standing, urgency=str(line.details["after"]))
    if event is Event.EXTENDED:
        return replace(standing, extended=True)
    return replace(standing, ran_late=True) if event is Event.TIME_RAN_OUT else standing


def _decided(standing: Standing, line: Line, outcome: Outcome) -> Standing:
    return replace(standing, outcome=outcome, decided_at=line.happened_at, closed_as="")


def _parted(standing: Standing, other: str) -> Standing:
    """Two that were joined go on by themselves, each with its own arrival."""
    return replace(
        standing,
        closed_as="" if standing.closed_as == CLOSED[Event.JOINED] else standing.closed_as,
        absorbed=tuple(number for number in standing.absorbed if number != other),
    )
