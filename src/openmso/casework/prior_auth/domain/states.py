"""The states of a request and the moves between them.

Silence is not a state: when the legal time runs out the case keeps its place (it still needs an
answer) and carries what the law says the silence means.
"""

from enum import StrEnum

from openmso.office.moves import follow


class State(StrEnum):
    RECEIVED = "received"
    WAITING_FOR_INFORMATION = "waiting_for_information"
    IN_REVIEW = "in_review"
    WITH_PHYSICIAN = "with_physician"
    APPROVED = "approved"
    PARTLY_APPROVED = "partly_approved"
    DENIED = "denied"
    NOT_NEEDED = "not_needed"
    EXEMPT = "exempt"
    NOT_ELIGIBLE = "not_eligible"
    FORWARDED = "forwarded_to_plan"
    JOINED = "joined"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    ASK_FOR_INFORMATION = "ask for information"
    ADD_INFORMATION = "add information to"
    START_REVIEW = "start the review of"
    SEND_TO_PHYSICIAN = "send to a physician"
    APPROVE = "approve"
    APPROVE_IN_PART = "approve in part"
    DENY = "deny"
    EXTEND = "extend"
    FIND_NOT_NEEDED = "answer as not needed"
    FIND_EXEMPT = "answer as exempt"
    FIND_NOT_ELIGIBLE = "answer as not eligible"
    FORWARD = "forward"
    JOIN = "join"
    PART = "take out again"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    CARRY_OUT = "carry out a ruling on"
    CARRY_OUT_IN_PART = "carry out a ruling on a part of"


_R, _W, _V, _P = (
    State.RECEIVED,
    State.WAITING_FOR_INFORMATION,
    State.IN_REVIEW,
    State.WITH_PHYSICIAN,
)
OPEN = frozenset({_R, _W, _V, _P})
DECIDED = frozenset({State.APPROVED, State.PARTLY_APPROVED, State.DENIED})
REFUSED = frozenset({State.PARTLY_APPROVED, State.DENIED})

MOVES: dict[tuple[State, Move], State] = {
    (_R, Move.ASK_FOR_INFORMATION): _W,
    (_V, Move.ASK_FOR_INFORMATION): _W,
    (_P, Move.ASK_FOR_INFORMATION): _W,
    (_W, Move.ASK_FOR_INFORMATION): _W,
    (_R, Move.ADD_INFORMATION): _R,
    (_W, Move.ADD_INFORMATION): _V,
    (_V, Move.ADD_INFORMATION): _V,
    (_P, Move.ADD_INFORMATION): _P,
    (_R, Move.START_REVIEW): _V,
    (_W, Move.START_REVIEW): _V,
    (_V, Move.SEND_TO_PHYSICIAN): _P,
    (_W, Move.SEND_TO_PHYSICIAN): _P,
    (_R, Move.APPROVE): State.APPROVED,
    (_W, Move.APPROVE): State.APPROVED,
    (_V, Move.APPROVE): State.APPROVED,
    (_P, Move.APPROVE): State.APPROVED,
    (_P, Move.APPROVE_IN_PART): State.PARTLY_APPROVED,
    (_P, Move.DENY): State.DENIED,
    (_R, Move.FIND_NOT_NEEDED): State.NOT_NEEDED,
    (_R, Move.FIND_EXEMPT): State.EXEMPT,
    (_R, Move.FIND_NOT_ELIGIBLE): State.NOT_ELIGIBLE,
    (_R, Move.FORWARD): State.FORWARDED,
    (State.NOT_ELIGIBLE, Move.REOPEN): _R,
    (State.DENIED, Move.REOPEN): _P,
    (State.PARTLY_APPROVED, Move.REOPEN): _P,
    (State.WITHDRAWN, Move.REOPEN): _V,
    (State.JOINED, Move.PART): _R,
    **{(state, Move.CARRY_OUT): State.APPROVED for state in OPEN | REFUSED},
    **{(state, Move.CARRY_OUT_IN_PART): State.PARTLY_APPROVED for state in REFUSED},
    **{(state, Move.EXTEND): state for state in OPEN},
    **{(state, Move.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Move.JOIN): State.JOINED for state in OPEN},
}


def after(state: State, move: Move) -> State:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    return follow(MOVES, state, move, called="a request")


def moves_from(state: State) -> frozenset[Move]:
    """Return every move that is open from `state`."""
    return frozenset(move for (start, move) in MOVES if start == state)
