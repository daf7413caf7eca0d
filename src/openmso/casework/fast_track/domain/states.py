"""The states of a case about care that ends, and the moves between them."""

from enum import StrEnum

from openmso.office.moves import follow


class State(StrEnum):
    ANNOUNCED = "announced"
    ASKED = "asked"
    REASONS_DUE = "reasons_due"
    WITH_QIO = "with_qio"
    WITH_PLAN = "with_plan"
    STANDS = "end_stands"
    ASKED_AGAIN = "asked_again"
    GOES_ON = "care_goes_on"
    TAKEN_BACK = "end_taken_back"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Move(StrEnum):
    """Each reads after "You cannot … a case that is …"."""

    ASK = "record a request to the QIO in"
    ASK_PLAN = "pass to the plan's appeals"
    BE_TOLD = "record the QIO's notice in"
    ALL_SENT = "send the papers of"
    LET_STAND = "record that the end stands in"
    LET_GO_ON = "record that care goes on in"
    ASK_AGAIN = "ask the QIO again in"
    WITHDRAW = "withdraw the request of"
    TAKE_BACK = "take back the end of"
    ANNOUNCE_AGAIN = "announce a new end after"
    CLOSE = "close"


ASKING = frozenset({State.ASKED, State.REASONS_DUE, State.WITH_QIO})
"""The QIO was asked and has not decided for the first time."""

OPEN = ASKING | {State.ANNOUNCED, State.WITH_PLAN, State.ASKED_AGAIN}
"""Nobody knows yet whether the care ends."""

AT_WORK = OPEN | {State.STANDS}
"""Somebody of ours still has something to do."""

MOVES: dict[tuple[State, Move], State] = {
    (State.ANNOUNCED, Move.ASK): State.ASKED,
    (State.ANNOUNCED, Move.ASK_PLAN): State.WITH_PLAN,
    # The member need not tell us: then the QIO's notice is the first we hear of it.
    (State.ANNOUNCED, Move.BE_TOLD): State.REASONS_DUE,
    (State.ASKED, Move.BE_TOLD): State.REASONS_DUE,
    (State.WITH_PLAN, Move.BE_TOLD): State.REASONS_DUE,
    (State.REASONS_DUE, Move.ALL_SENT): State.WITH_QIO,
    # The QIO may decide on what it has.
    (State.REASONS_DUE, Move.LET_STAND): State.STANDS,
    (State.REASONS_DUE, Move.LET_GO_ON): State.GOES_ON,
    (State.WITH_QIO, Move.LET_STAND): State.STANDS,
    (State.WITH_QIO, Move.LET_GO_ON): State.GOES_ON,
    (State.STANDS, Move.ASK_AGAIN): State.ASKED_AGAIN,
    (State.ASKED_AGAIN, Move.LET_STAND): State.CLOSED,
    (State.ASKED_AGAIN, Move.LET_GO_ON): State.GOES_ON,
    (State.ASKED_AGAIN, Move.WITHDRAW): State.STANDS,
    **{(state, Move.WITHDRAW): State.WITHDRAWN for state in ASKING},
    **{(state, Move.TAKE_BACK): State.TAKEN_BACK for state in OPEN},
    (State.GOES_ON, Move.ANNOUNCE_AGAIN): State.CLOSED,
    (State.TAKEN_BACK, Move.ANNOUNCE_AGAIN): State.CLOSED,
    (State.ANNOUNCED, Move.CLOSE): State.CLOSED,
    (State.WITH_PLAN, Move.CLOSE): State.CLOSED,
    (State.STANDS, Move.CLOSE): State.CLOSED,
}


def after(state: State, move: Move) -> State:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    return follow(MOVES, state, move, called="a case")


def may(state: State, move: Move) -> bool:
    """Tell whether this move is open."""
    return (state, move) in MOVES
