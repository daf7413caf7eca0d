"""The states of a grievance and the moves between them."""

from enum import StrEnum

from openmso.office.moves import follow


class State(StrEnum):
    OPEN = "open"
    IN_WORK = "in_work"
    ANSWERED = "answered"
    SOLVED = "solved"
    WITHDRAWN = "withdrawn"
    DISMISSED = "dismissed"
    BECAME_APPEAL = "became_appeal"


class Move(StrEnum):
    WORK_ON = "work on"
    GIVE = "give"
    ANSWER = "answer"
    SOLVE = "solve"
    EXTEND = "take more time for"
    WITHDRAW = "take back"
    DISMISS = "dismiss"
    RETYPE = "make an appeal of"
    REOPEN = "open again"


OPEN = frozenset({State.OPEN, State.IN_WORK})
ANSWERED = frozenset({State.ANSWERED, State.SOLVED})

MOVES: dict[tuple[State, Move], State] = {
    **{(state, Move.WORK_ON): state for state in OPEN},
    **{(state, Move.GIVE): State.IN_WORK for state in OPEN},
    (State.IN_WORK, Move.ANSWER): State.ANSWERED,
    **{(state, Move.SOLVE): State.SOLVED for state in OPEN},
    **{(state, Move.EXTEND): state for state in OPEN},
    **{(state, Move.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Move.DISMISS): State.DISMISSED for state in OPEN},
    **{(state, Move.RETYPE): State.BECAME_APPEAL for state in OPEN},
    **{(state, Move.REOPEN): State.OPEN for state in (*ANSWERED, State.WITHDRAWN, State.DISMISSED)},
}


def after(state: State, move: Move) -> State:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    return follow(MOVES, state, move, called="a grievance")
