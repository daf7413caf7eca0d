"""How far an appeal had come, told by its history alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.office.timeline.lines import Line

from ..events import Event
from .states import MOVES, OPEN, Move, State

_MOVES = {
    Event.REVIEWER_CHOSEN: Move.CHOOSE_REVIEWER,
    Event.OVERTURNED: Move.OVERTURN,
    Event.PARTLY_UPHELD: Move.OVERTURN_IN_PART,
    Event.UPHELD: Move.UPHOLD,
    Event.DISMISSED: Move.DISMISS,
    Event.WITHDRAWN: Move.WITHDRAW,
    Event.RETYPED: Move.DISMISS,
    Event.GOES_ON: Move.SEND_ON,
}
LOOKS: frozenset[str] = frozenset({Event.PAPER_OPENED})


@dataclass(frozen=True, slots=True)
class Order:
    """An order to pay: its id, when it was ruled, and whether the independent entity ruled it."""

    id: str
    ruled_at: datetime
    by_entity: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An appeal at an instant. `silence_at` is the due time that passed without an answer;
    `closed_at` when it was answered or ended; `goes_on`: the case file is owed to the independent
    entity, and `case_file_sent_at` when it left. `to_pay` are orders to pay that nobody had carried
    out, the newest last."""

    received_at: datetime
    urgency: str
    authority: str
    authority_shown_at: datetime | None
    late: bool
    late_accepted_at: datetime | None = None
    state: State = State.OPEN
    reviewer: str = ""
    fast_asked_at: datetime | None = None
    fast_refused_at: datetime | None = None
    extended_at: datetime | None = None
    silence_at: datetime | None = None
    closed_at: datetime | None = None
    goes_on: bool = False
    case_file_sent_at: datetime | None = None
    entity_answered_at: datetime | None = None
    to_pay: tuple[Order, ...] = ()


def standing_of(lines: Iterable[Line]) -> Standing | None:
    """Read a history in the order it was recorded; None when it does not begin with the filing."""
    standing: Standing | None = None
    for line in lines:
        if standing is not None:
            standing = _after(standing, line)
        elif line.name == Event.FILED:
            standing = _filed(line)
    return standing


def _filed(line: Line) -> Standing:
    authority = str(line.details["authority"])
    return Standing(
        received_at=line.happened_at,
        urgency=str(line.details["urgency"]),
        authority=authority,
        authority_shown_at=line.happened_at if authority == "shown" else None,
        late=bool(line.details["late"]),
    )


def _after(standing: Standing, line: Line) -> Standing:
    if line.name in _MOVES:
        return _moved(standing, line)
    told = _TELLS.get(line.name)
    return told(standing, line) if told else standing


def _made_urgent(standing: Standing, line: Line) -> Standing:
    already = standing.urgency == "expedited"
    asked_at = standing.fast_asked_at if already else line.happened_at
    return replace(standing, urgency="expedited", fast_asked_at=asked_at)


def _refused_fast(standing: Standing, line: Line) -> Standing:
    return replace(standing, urgency="standard", fast_refused_at=line.recorded_at)


def _ordered(standing: Standing, line: Line) -> Standing:
    """What we answered ourselves we order at once; the entity's order counts from its notice."""
    from_entity = standing.entity_answered_at
    order = Order(
        str(line.details["order"]), from_entity or line.recorded_at, from_entity is not None
    )
    return replace(standing, to_pay=(*standing.to_pay, order))


def _paid(standing: Standing, line: Line) -> Standing:
    done = str(line.details["order"])
    return replace(standing, to_pay=tuple(one for one in standing.to_pay if one.id != done))


def _moved(standing: Standing, line: Line) -> Standing:
    """A no that goes on is answered already: its state stays, only the file is owed."""
    event = Event(line.name)
    state = MOVES.get((standing.state, _MOVES[event]), standing.state)
    ended = state not in OPEN and standing.state in OPEN
    return replace(
        standing,
        state=state,
        closed_at=line.recorded_at if ended else standing.closed_at,
        goes_on=standing.goes_on or event is Event.GOES_ON,
        reviewer=str(line.details["reviewer"])
        if event is Event.REVIEWER_CHOSEN
        else standing.reviewer,
    )


_TELLS: dict[str, Callable[[Standing, Line], Standing]] = {
    Event.MADE_URGENT: _made_urgent,
    Event.FAST_REFUSED: _refused_fast,
    Event.AUTHORITY_SHOWN: lambda was, line: replace(
        was, authority="shown", authority_shown_at=line.happened_at
    ),
    Event.LATE_ACCEPTED: lambda was, line: replace(was, late_accepted_at=line.recorded_at),
    Event.EXTENDED: lambda was, line: replace(was, extended_at=line.recorded_at),
    Event.TIME_RAN_OUT: lambda was, line: replace(was, silence_at=line.happened_at),
    Event.CASE_FILE_SENT: lambda was, line: replace(was, case_file_sent_at=line.happened_at),
    Event.ENTITY_ANSWERED: lambda was, line: replace(was, entity_answered_at=line.happened_at),
    Event.PAYMENT_ORDERED: _ordered,
    Event.PAYMENT_MADE: _paid,
}
