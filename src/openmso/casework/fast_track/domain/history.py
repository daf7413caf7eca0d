"""How far a case about care that ends had come, told by its history alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.office.timeline.lines import Line

from ..events import Event
from .decision import Answer, move_after
from .states import MOVES, Move, State

_MOVES = {
    Event.ASKED: Move.ASK,
    Event.ASKED_PLAN: Move.ASK_PLAN,
    Event.TOLD: Move.BE_TOLD,
    Event.ASKED_AGAIN: Move.ASK_AGAIN,
    Event.WITHDRAWN: Move.WITHDRAW,
    Event.TAKEN_BACK: Move.TAKE_BACK,
    Event.HANDED_OVER: Move.CLOSE,
    Event.FOLLOWED: Move.ANNOUNCE_AGAIN,
    Event.CLOSED: Move.CLOSE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case at an instant; `covered_until` as it was written down, "" while nobody knew."""

    state: State
    care: str
    ends_on: str
    provider: str
    notice_given_at: datetime | None = None
    asked_means: str = ""
    reasons_given_at: datetime | None = None
    records_sent_at: datetime | None = None
    papers_late: bool = False
    answer: str = ""
    covered_until: str = ""


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None before the end was announced."""
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line)
        elif line.name == Event.ANNOUNCED:
            said = line.details
            standing = Standing(
                state=State.ANNOUNCED,
                care=said["care"],
                ends_on=said["ends_on"],
                provider=said["provider"],
            )
    return standing


def _after(was: Standing, line: Line) -> Standing:
    if line.name == Event.NOTICE_GIVEN:
        return replace(was, notice_given_at=line.happened_at)
    if line.name == Event.REASONS_GIVEN:
        return _if_all_sent(replace(was, reasons_given_at=line.happened_at))
    if line.name == Event.RECORDS_SENT:
        return _if_all_sent(replace(was, records_sent_at=line.happened_at))
    if line.name == Event.PAPERS_LATE:
        return replace(was, papers_late=True)
    if line.name == Event.DECIDED:
        answer, until = line.details["answer"], line.details["covered_until"]
        state = MOVES.get((was.state, move_after(Answer(answer))), was.state)
        return replace(was, state=state, answer=answer, covered_until=until)
    if line.name in _MOVES:
        means = str(line.details.get("means") or was.asked_means)
        state = MOVES.get((was.state, _MOVES[Event(line.name)]), was.state)
        return replace(was, state=state, asked_means=means)
    return was


def _if_all_sent(was: Standing) -> Standing:
    sent = was.reasons_given_at is not None and was.records_sent_at is not None
    state = MOVES.get((was.state, Move.ALL_SENT), was.state) if sent else was.state
    return replace(was, state=state)
