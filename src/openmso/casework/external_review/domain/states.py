"""The states of a review by somebody outside, and the moves between them."""

from enum import StrEnum

from openmso.office.moves import MoveNotAllowed

from .forum import Forum


class State(StrEnum):
    PREPARED = "prepared"
    FILED = "filed"
    PACKET_DUE = "packet_due"
    PACKET_SENT = "packet_sent"
    DELAYED = "delayed"
    NOT_QUALIFIED = "not_qualified"
    STANDS = "our_no_stands"
    TO_CARRY_OUT = "to_be_carried_out"
    CARRIED_OUT = "carried_out"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """Each reads after "cannot"."""

    FILE = "record as filed"
    ACCEPT = "record as accepted"
    FIND_NOT_QUALIFIED = "record as not qualified"
    SEND_PACKET = "send the packet of"
    DELAY = "record a delay of"
    GO_ON = "end the delay of"
    UPHOLD_OUR_NO = "record our no as standing in"
    RULE_FOR_MEMBER = "record a ruling for the member in"
    PROVE = "record the proof of service of"
    CLOSE = "close"
    WITHDRAW = "withdraw"


OPEN = frozenset({State.PREPARED, State.FILED, State.PACKET_DUE, State.PACKET_SENT, State.DELAYED})
"""Nothing is decided yet."""

AT_WORK = OPEN | {State.TO_CARRY_OUT, State.CARRIED_OUT, State.STANDS}
"""Somebody of ours still has something to do."""

FIRST: dict[Forum, State] = {
    Forum.IMR: State.PREPARED,
    Forum.STATE_HEARING: State.PACKET_DUE,
    Forum.MEDICARE_ENTITY: State.PACKET_DUE,
    Forum.COMPLAINT: State.FILED,
}
"""Where a case of each kind begins: only an application is prepared before it is filed."""

_RULED_ON = OPEN - {State.PREPARED}

MOVES: dict[tuple[State, Move], State] = {
    (State.PREPARED, Move.FILE): State.FILED,
    # A member may mail the form and tell us nothing: then the regulator's notice comes first.
    (State.PREPARED, Move.ACCEPT): State.PACKET_DUE,
    (State.FILED, Move.ACCEPT): State.PACKET_DUE,
    (State.PACKET_DUE, Move.SEND_PACKET): State.PACKET_SENT,
    (State.PACKET_DUE, Move.DELAY): State.DELAYED,
    (State.PACKET_SENT, Move.DELAY): State.DELAYED,
    (State.DELAYED, Move.SEND_PACKET): State.PACKET_SENT,
    (State.DELAYED, Move.GO_ON): State.PACKET_SENT,
    **{(state, Move.FIND_NOT_QUALIFIED): State.NOT_QUALIFIED for state in OPEN},
    **{(state, Move.UPHOLD_OUR_NO): State.STANDS for state in _RULED_ON},
    **{(state, Move.RULE_FOR_MEMBER): State.TO_CARRY_OUT for state in _RULED_ON},
    (State.TO_CARRY_OUT, Move.PROVE): State.CARRIED_OUT,
    (State.CARRIED_OUT, Move.CLOSE): State.CLOSED,
    (State.STANDS, Move.CLOSE): State.CLOSED,
    **{(state, Move.WITHDRAW): State.WITHDRAWN for state in OPEN},
}

_ONLY_REVIEW = frozenset({Move.FILE, Move.ACCEPT, Move.FIND_NOT_QUALIFIED})


def after(state: State, move: Move, *, forum: Forum = Forum.IMR) -> State:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    if move not in moves_from(state, forum=forum):
        raise MoveNotAllowed(f"You cannot {move} a case that is {state.replace('_', ' ')}.")
    return MOVES[state, move]


def moves_from(state: State, *, forum: Forum = Forum.IMR) -> frozenset[Move]:
    """Return every move that is open from `state` in a case of this kind."""
    moves = frozenset(move for (start, move) in MOVES if start == state)
    return moves if forum is Forum.IMR else moves - _ONLY_REVIEW
