"""The states of an appeal and the moves between them.

Being late, or without the paper of a representative, is not a state: such an appeal is worked on
and cannot be upheld or refused on that account before a person has looked.
"""

from enum import StrEnum

from openmso.office.moves import follow


class State(StrEnum):
    OPEN = "open"
    WITH_REVIEWER = "with_reviewer"
    OVERTURNED = "overturned"
    PARTLY_UPHELD = "partly_upheld"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    SENT_ON = "sent_on"


class Move(StrEnum):
    WORK_ON = "work on"
    CHOOSE_REVIEWER = "choose a reviewer for"
    OVERTURN = "overturn the no of"
    OVERTURN_IN_PART = "overturn a part of"
    UPHOLD = "uphold the no of"
    EXTEND = "take more time for"
    REFUSE_FAST = "refuse a fast answer to"
    DISMISS = "dismiss"
    WITHDRAW = "take back"
    SEND_ON = "send on"


OPEN = frozenset({State.OPEN, State.WITH_REVIEWER})
WITHOUT_ANSWER = frozenset({State.DISMISSED, State.WITHDRAWN})
ANSWERED = frozenset({State.OVERTURNED, State.PARTLY_UPHELD, State.UPHELD})

MOVES: dict[tuple[State, Move], State] = {
    (State.OPEN, Move.CHOOSE_REVIEWER): State.WITH_REVIEWER,
    (State.WITH_REVIEWER, Move.CHOOSE_REVIEWER): State.WITH_REVIEWER,
    (State.WITH_REVIEWER, Move.OVERTURN): State.OVERTURNED,
    (State.WITH_REVIEWER, Move.OVERTURN_IN_PART): State.PARTLY_UPHELD,
    (State.WITH_REVIEWER, Move.UPHOLD): State.UPHELD,
    (State.WITH_REVIEWER, Move.REFUSE_FAST): State.WITH_REVIEWER,
    **{(state, Move.WORK_ON): state for state in OPEN},
    **{(state, Move.EXTEND): state for state in OPEN},
    **{(state, Move.DISMISS): State.DISMISSED for state in OPEN},
    **{(state, Move.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Move.SEND_ON): State.SENT_ON for state in OPEN},
}


def after(state: State, move: Move) -> State:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    return follow(MOVES, state, move, called="an appeal")


def moves_from(state: State) -> frozenset[Move]:
    """Return every move that is open from `state`."""
    return frozenset(move for (start, move) in MOVES if start == state)
