"""How far an outside review had come, told by its history alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.office.timeline.lines import Line

from ..events import Event
from .ruling import Answer, move_after
from .states import MOVES, Move, State

_FIRST = {
    Event.PREPARED: State.PREPARED,
    Event.OPENED_CASE: State.PACKET_DUE,
    Event.BECAME_COMPLAINT: State.FILED,
}
_MOVES = {
    Event.FILED: Move.FILE,
    Event.ACCEPTED: Move.ACCEPT,
    Event.NOT_QUALIFIED: Move.FIND_NOT_QUALIFIED,
    Event.PACKET_SENT: Move.SEND_PACKET,
    Event.DELAYED: Move.DELAY,
    Event.WENT_ON: Move.GO_ON,
    Event.CARRIED_OUT: Move.PROVE,
    Event.CLOSED: Move.CLOSE,
    Event.WITHDRAWN: Move.WITHDRAW,
}
LOOKS: frozenset[str] = frozenset({Event.LOOKED_AT, Event.DOCUMENT_OPENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case at an instant. `urgent` None: its history does not tell it."""

    state: State
    urgent: bool | None
    filed_at: datetime | None = None
    packet_sent_at: datetime | None = None
    ruled: str = ""
    reference: str = ""
    authorization: str = ""
    papers_needed: int = 0
    papers_here: int = 0


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with the opening."""
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line)
        elif line.name in _FIRST:
            urgent = line.details.get("urgent")
            standing = Standing(state=_FIRST[Event(line.name)], urgent=urgent)
    return standing


def _after(was: Standing, line: Line) -> Standing:
    reference = str(line.details.get("reference") or was.reference)
    standing = replace(was, reference=reference, state=_state(was.state, line))
    if line.name == Event.FILED:
        return replace(standing, filed_at=line.happened_at)
    if line.name == Event.ACCEPTED:
        return replace(standing, urgent=bool(line.details["expedited"]))
    if line.name == Event.PACKET_SENT:
        return replace(standing, packet_sent_at=line.happened_at)
    if line.name == Event.RULED:
        given = str(line.details.get("authorization") or "")
        return replace(standing, ruled=str(line.details["answer"]), authorization=given)
    if line.name == Event.PAPER_NEEDED:
        return replace(standing, papers_needed=was.papers_needed + 1)
    if line.name == Event.PAPER_RECEIVED:
        return replace(standing, papers_here=was.papers_here + 1)
    return standing


def _state(state: State, line: Line) -> State:
    if line.name == Event.RULED:
        return MOVES.get((state, move_after(Answer(line.details["answer"]))), state)
    move = _MOVES.get(Event(line.name)) if line.name in set(Event) else None
    return MOVES.get((state, move), state) if move else state
