"""How far a hospital's request had come, told by its history alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.office.timeline.lines import Line

from ..events import Event
from .clock import PUTS_ON_PLAN
from .states import MOVES, Move, State

_FIRST = {Event.ASKED: State.ASKED, Event.NEVER_ASKED: State.NEVER_ASKED}
_MOVES = {
    Event.APPROVED: Move.APPROVE,
    Event.DISAGREED: Move.DISAGREE,
    Event.CLOCK_CORRECTED: Move.CORRECT_CLOCK,
    Event.NOT_OURS: Move.FIND_NOT_OURS,
    Event.ENDED: Move.END,
}
LOOKS: frozenset[str] = frozenset({Event.PAPER_OPENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A request at an instant. `judged_again_at`: when the patient was identified after the clock
    had begun for an unknown one; `responsible_from` since when the plan was responsible."""

    state: State
    asked_at: datetime | None
    first_at: datetime
    line_of_business: str = ""
    judged_again_at: datetime | None = None
    responsible_from: datetime | None = None
    authorization: str = ""
    ended_at: datetime | None = None


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with the asking."""
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line)
        elif line.name in _FIRST:
            standing = Standing(
                state=_FIRST[Event(line.name)],
                asked_at=line.happened_at if line.name == Event.ASKED else None,
                first_at=line.recorded_at,
            )
    return standing


def _after(was: Standing, line: Line) -> Standing:
    standing = _moved(was, line)
    if line.name == Event.IDENTIFIED:
        later = line.recorded_at > was.first_at
        return replace(
            standing,
            line_of_business=str(line.details["line_of_business"]),
            judged_again_at=line.recorded_at if later else was.judged_again_at,
        )
    if line.name == Event.APPROVED:
        number = str(line.details["authorization"])
        return replace(standing, authorization=number, responsible_from=was.asked_at)
    if line.name == Event.DISAGREED:
        return replace(standing, responsible_from=line.recorded_at)
    if line.name in {Event.CLOCK_CORRECTED, Event.NOT_OURS}:
        return replace(standing, responsible_from=None)
    return replace(standing, ended_at=line.happened_at) if line.name == Event.ENDED else standing


def _moved(standing: Standing, line: Line) -> Standing:
    """Silence moves the case only where the law makes the plan responsible by it."""
    if line.name == Event.TIME_RAN_OUT and line.details.get("means") in set(PUTS_ON_PLAN):
        state = MOVES.get((standing.state, Move.RUN_OUT_OF_TIME), standing.state)
        return replace(standing, state=state, responsible_from=line.happened_at)
    move = _MOVES.get(Event(line.name)) if line.name in set(Event) else None
    if move is None:
        return standing
    return replace(standing, state=MOVES.get((standing.state, move), standing.state))
