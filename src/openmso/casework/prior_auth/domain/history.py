"""How far a request had come, told by its history alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from openmso.office.timeline.lines import Line

from ..events import Event
from .states import MOVES, Move, State

_MOVES = {
    Event.REVIEW_STARTED: Move.START_REVIEW,
    Event.INFORMATION_ASKED: Move.ASK_FOR_INFORMATION,
    Event.SENT_TO_PHYSICIAN: Move.SEND_TO_PHYSICIAN,
    Event.APPROVED: Move.APPROVE,
    Event.GRANTED_BY_LAW: Move.APPROVE,
    Event.PARTLY_APPROVED: Move.APPROVE_IN_PART,
    Event.DENIED: Move.DENY,
    Event.NOT_NEEDED: Move.FIND_NOT_NEEDED,
    Event.EXEMPT: Move.FIND_EXEMPT,
    Event.NOT_COVERED_ON_DATE: Move.FIND_NOT_ELIGIBLE,
    Event.FORWARDED: Move.FORWARD,
    Event.WITHDRAWN: Move.WITHDRAW,
}
_DECISIONS = {Event.APPROVED, Event.GRANTED_BY_LAW, Event.PARTLY_APPROVED, Event.DENIED}
_PAST_INTAKE = {Event.REVIEW_STARTED, Event.COMPLETE, Event.SENT_TO_PHYSICIAN}
_ENDED = {
    *(State.NOT_NEEDED, State.EXEMPT, State.NOT_ELIGIBLE, State.FORWARDED),
    *(State.WITHDRAWN, State.JOINED),
}
LOOKS: frozenset[str] = frozenset({Event.RECORDS_OPENED})
MOVES_PAPERS: frozenset[str] = frozenset(
    {Event.JOINED, Event.SPLIT, Event.NOT_DUPLICATES, Event.PAPER_TAKEN_BACK}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A request at an instant. `round` counts from 1 how often it was taken up to be decided.

    `ruling` is the id of the decision by which `ruled_by` took a no back. `closed_at`: it ended
    without a decision. `missing` are codes of what was not there. `answers` are those given on
    criteria points, by code.
    """

    received_at: datetime
    urgency: str
    complete_at: datetime | None
    missing: tuple[str, ...]
    state: State = State.RECEIVED
    round: int = 1
    past_intake: bool = False
    decided_at: datetime | None = None
    authorization_number: str = ""
    extended_at: datetime | None = None
    reopened_at: datetime | None = None
    ruled_by: str = ""
    ruling: str = ""
    silence_at: datetime | None = None
    closed_at: datetime | None = None
    joined_into: str = ""
    absorbed: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def standing_of(lines: Iterable[Line], *, asked: Mapping[str, Decimal]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with an arrival.

    `asked` is the quantity of each service line: it tells a ruling for a part from one for all.
    """
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line, asked)
        elif line.name == Event.RECEIVED:
            standing = _received(line)
    return standing


def _received(line: Line) -> Standing:
    missing = tuple(line.details.get("missing") or ())
    return Standing(
        received_at=line.happened_at,
        urgency=str(line.details["urgency"]),
        complete_at=None if missing else line.happened_at,
        missing=missing,
    )


def _after(was: Standing, line: Line, asked: Mapping[str, Decimal]) -> Standing:
    standing = replace(was, past_intake=was.past_intake or line.name in _PAST_INTAKE)
    if line.name in _MOVES:
        return _moved(standing, line)
    told = _TELLS.get(line.name)
    if told is not None:
        return told(standing, line)
    return _ruled(standing, line, asked) if line.name == Event.OVERTURNED else standing


def _moved(standing: Standing, line: Line) -> Standing:
    event = Event(line.name)
    state = MOVES.get((standing.state, _MOVES[event]), standing.state)
    decided = event in _DECISIONS
    return replace(
        standing,
        state=state,
        decided_at=line.recorded_at if decided else standing.decided_at,
        authorization_number=str(line.details.get("number", ""))
        if decided
        else standing.authorization_number,
        closed_at=line.recorded_at if state in _ENDED else standing.closed_at,
    )


def _information(standing: Standing, line: Line) -> Standing:
    missing = tuple(line.details.get("still_missing") or ())
    waited = standing.state in {State.RECEIVED, State.WAITING_FOR_INFORMATION}
    return replace(
        standing,
        missing=missing,
        state=State.IN_REVIEW if waited and not missing else standing.state,
    )


def _reopened(standing: Standing, line: Line) -> Standing:
    """What was decided begins a new round; what had only ended goes on in the same one."""
    state = MOVES.get((standing.state, Move.REOPEN), standing.state)
    if standing.decided_at is None:
        return replace(standing, state=state, closed_at=None)
    return replace(_new_round(standing), state=state, reopened_at=line.recorded_at)


def _ruled(standing: Standing, line: Line, asked: Mapping[str, Decimal]) -> Standing:
    given = {number: Decimal(str(one)) for number, one in line.details["approved"].items()}
    whole = all(given.get(number, Decimal(0)) >= wanted for number, wanted in asked.items())
    move = Move.CARRY_OUT if whole else Move.CARRY_OUT_IN_PART
    return replace(
        _new_round(standing),
        state=MOVES.get((standing.state, move), standing.state),
        decided_at=line.recorded_at,
        authorization_number=str(line.details["number"]),
        ruled_by=str(line.details["ruled_by"]),
        ruling=str(line.details["decision"]),
    )


def _new_round(standing: Standing) -> Standing:
    return replace(
        standing,
        round=standing.round + 1,
        decided_at=None,
        authorization_number="",
        extended_at=None,
        reopened_at=None,
        ruled_by="",
        ruling="",
        silence_at=None,
    )


def _joined(standing: Standing, line: Line) -> Standing:
    if "absorbed" in line.details:
        absorbed = (*standing.absorbed, str(line.details["absorbed"]))
        return replace(standing, absorbed=absorbed)
    return replace(
        standing,
        state=State.JOINED,
        joined_into=str(line.details["into"]),
        closed_at=line.recorded_at,
    )


def _parted(standing: Standing, line: Line) -> Standing:
    """Two that were joined go on by themselves; two that only looked alike stay as they are."""
    other = str(line.details.get("other", ""))
    absorbed = tuple(number for number in standing.absorbed if number != other)
    if standing.state is not State.JOINED:
        return replace(standing, absorbed=absorbed)
    to_nurses = standing.past_intake and not standing.missing
    state = State.IN_REVIEW if to_nurses else State.RECEIVED
    return replace(standing, state=state, joined_into="", closed_at=None, absorbed=absorbed)


def _renewed(standing: Standing, line: Line) -> Standing:
    kept = line.details.get("kept") or ()
    answers = {code: standing.answers[code] for code in kept if code in standing.answers}
    return replace(standing, answers=answers)


def _answered(standing: Standing, line: Line) -> Standing:
    answer = {str(line.details["point"]): str(line.details["answer"])}
    return replace(standing, answers={**standing.answers, **answer})


_TELLS: dict[str, Callable[[Standing, Line], Standing]] = {
    Event.INFORMATION_ADDED: _information,
    Event.COMPLETE: lambda was, line: replace(was, complete_at=line.happened_at),
    Event.URGENCY_SET: lambda was, line: replace(was, urgency=str(line.details["after"])),
    Event.EXTENDED: lambda was, line: replace(was, extended_at=line.recorded_at),
    Event.TIME_RAN_OUT: lambda was, line: replace(was, silence_at=line.happened_at),
    Event.REOPENED: _reopened,
    Event.JOINED: _joined,
    Event.NOT_DUPLICATES: _parted,
    Event.CRITERIA_RENEWED: _renewed,
    Event.POINT_ANSWERED: _answered,
}
