"""The states of a hospital's request and the moves between them."""

from enum import StrEnum

from openmso.office.moves import follow


class State(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    DISAGREED = "disagreed"
    PLAN_RESPONSIBLE = "plan_responsible"
    ENDED = "ended"
    NOT_OURS = "not_ours"
    NEVER_ASKED = "never_asked"


class Move(StrEnum):
    APPROVE = "approve"
    DISAGREE = "disagree with"
    RUN_OUT_OF_TIME = "let the time run out on"
    CORRECT_CLOCK = "take up again"
    FIND_NOT_OURS = "find not to be ours"
    END = "end the responsibility for"


OPEN = frozenset({State.ASKED})
WITH_THE_PLAN = frozenset({State.APPROVED, State.DISAGREED, State.PLAN_RESPONSIBLE})
"""The plan is responsible until one of the four ends of `responsibility.py` comes."""

MOVES: dict[tuple[State, Move], State] = {
    (State.ASKED, Move.APPROVE): State.APPROVED,
    (State.ASKED, Move.DISAGREE): State.DISAGREED,
    (State.ASKED, Move.RUN_OUT_OF_TIME): State.PLAN_RESPONSIBLE,
    (State.ASKED, Move.FIND_NOT_OURS): State.NOT_OURS,
    (State.PLAN_RESPONSIBLE, Move.FIND_NOT_OURS): State.NOT_OURS,
    (State.PLAN_RESPONSIBLE, Move.CORRECT_CLOCK): State.ASKED,
    **{(state, Move.END): State.ENDED for state in WITH_THE_PLAN},
}


def after(state: State, move: Move) -> State:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    return follow(MOVES, state, move, called="a hospital's request")


def moves_from(state: State) -> frozenset[Move]:
    """Return every move that is open from `state`."""
    return frozenset(move for (start, move) in MOVES if start == state)
