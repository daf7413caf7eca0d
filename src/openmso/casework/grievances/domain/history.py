"""How far a grievance had come, told by its history alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.office.timeline.lines import Line

from ..events import Event
from .states import MOVES, OPEN, Move, State
from .types import Kind

_MOVES = {
    Event.GIVEN: Move.GIVE,
    Event.ANSWERED: Move.ANSWER,
    Event.SOLVED: Move.SOLVE,
    Event.WITHDRAWN: Move.WITHDRAW,
    Event.DISMISSED: Move.DISMISS,
    Event.BECAME_APPEAL: Move.RETYPE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A grievance at an instant. `begun_at` is when the clocks of its `round` began, `late_at` the
    due time that passed without an answer, `closed_at` when it was answered or ended."""

    received_at: datetime
    begun_at: datetime
    kind: str
    category: str
    state: State = State.OPEN
    round: int = 1
    handler: str = ""
    extended_at: datetime | None = None
    late_at: datetime | None = None
    closed_at: datetime | None = None


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with the filing."""
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line)
        elif line.name == Event.FILED:
            standing = Standing(
                received_at=line.happened_at,
                begun_at=line.happened_at,
                kind=str(line.details["kind"]),
                category=str(line.details["category"]),
            )
    return standing


def _after(standing: Standing, line: Line) -> Standing:
    if line.name in _MOVES:
        return _moved(standing, line)
    told = _TELLS.get(line.name)
    return told(standing, line) if told else standing


def _moved(standing: Standing, line: Line) -> Standing:
    event = Event(line.name)
    state = MOVES.get((standing.state, _MOVES[event]), standing.state)
    ended = state not in OPEN and standing.state in OPEN
    return replace(
        standing,
        state=state,
        handler=str(line.details["to"]) if event is Event.GIVEN else standing.handler,
        closed_at=line.recorded_at if ended else standing.closed_at,
    )


def _reopened(standing: Standing, line: Line) -> Standing:
    """What was to be solved at once is a standard one when it is taken up again."""
    return replace(
        standing,
        state=MOVES.get((standing.state, Move.REOPEN), standing.state),
        kind=str(Kind.STANDARD) if standing.kind == Kind.EXEMPT else standing.kind,
        round=standing.round + 1,
        begun_at=line.recorded_at,
        handler="",
        extended_at=None,
        late_at=None,
        closed_at=None,
    )


def _ran_out(standing: Standing, line: Line) -> Standing:
    """What was to be solved at once, and was not, becomes a standard one and is not late by it."""
    if line.details.get("kind") == Kind.EXEMPT:
        return standing
    return replace(standing, late_at=line.happened_at)


_TELLS: dict[str, Callable[[Standing, Line], Standing]] = {
    Event.KIND_CHANGED: lambda was, line: replace(was, kind=str(line.details["now"])),
    Event.EXTENDED: lambda was, line: replace(was, extended_at=line.recorded_at),
    Event.TIME_RAN_OUT: _ran_out,
    Event.REOPENED: _reopened,
}
