"""The table of moves is the whole truth about a request's way."""

import pytest

from openmso.casework.prior_auth.domain.states import (
    DECIDED,
    MOVES,
    OPEN,
    Move,
    State,
    after,
    moves_from,
)
from openmso.office.moves import MoveNotAllowed


def test_only_physician_review_leads_to_a_no() -> None:
    ways = {(start, move) for (start, move), end in MOVES.items() if end is State.DENIED}

    assert ways == {(State.WITH_PHYSICIAN, Move.DENY)}


def test_only_physician_review_leads_to_a_part_and_a_ruling_only_from_a_no() -> None:
    ways = {(start, move) for (start, move), end in MOVES.items() if end is State.PARTLY_APPROVED}

    assert ways == {
        (State.WITH_PHYSICIAN, Move.APPROVE_IN_PART),
        (State.DENIED, Move.CARRY_OUT_IN_PART),
        (State.PARTLY_APPROVED, Move.CARRY_OUT_IN_PART),
    }


def test_a_ruling_leads_to_no_denial() -> None:
    rulings = {Move.CARRY_OUT, Move.CARRY_OUT_IN_PART}
    ends = {end for (_, move), end in MOVES.items() if move in rulings}

    assert ends == {State.APPROVED, State.PARTLY_APPROVED}


def test_every_state_can_be_reached() -> None:
    reached, new = {State.RECEIVED}, {State.RECEIVED}
    while new:
        new = {end for (start, _), end in MOVES.items() if start in new} - reached
        reached |= new

    assert reached == set(State)


def test_every_open_state_can_be_approved_withdrawn_and_joined() -> None:
    for state in OPEN:
        assert {Move.APPROVE, Move.WITHDRAW, Move.JOIN} <= moves_from(state)


def test_an_approval_has_no_way_out() -> None:
    assert moves_from(State.APPROVED) == frozenset()
    assert State.APPROVED in DECIDED


def test_a_closed_way_is_refused_in_words() -> None:
    with pytest.raises(MoveNotAllowed, match="cannot deny a request that is in review"):
        after(State.IN_REVIEW, Move.DENY)
