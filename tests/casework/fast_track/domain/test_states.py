"""Which moves are open from where: every state can be reached, and every open one has a way out."""

import pytest

from openmso.casework.fast_track.domain.states import AT_WORK, MOVES, Move, State, after, may
from openmso.office.moves import MoveNotAllowed


def test_every_state_can_be_reached_and_work_never_ends_in_a_corner() -> None:
    assert set(MOVES.values()) == set(State) - {State.ANNOUNCED}
    assert {start for start, _ in MOVES} >= AT_WORK


def test_nothing_of_ours_ends_the_care() -> None:
    """Only the QIO's decision makes an end stand; every other way out leaves it as announced."""
    to_stands = {move for (_, move), to in MOVES.items() if to is State.STANDS}

    assert to_stands == {Move.LET_STAND, Move.WITHDRAW}
    assert {start for (start, move), to in MOVES.items() if to is State.STANDS} == {
        State.REASONS_DUE,
        State.WITH_QIO,
        State.ASKED_AGAIN,
    }


@pytest.mark.parametrize("state", [State.ANNOUNCED, State.ASKED, State.STANDS, State.CLOSED])
def test_the_qio_cannot_have_decided_before_it_told_us(state: State) -> None:
    assert not may(state, Move.LET_STAND)
    with pytest.raises(MoveNotAllowed, match="You cannot record that the end stands in a case"):
        after(state, Move.LET_STAND)


def test_after_the_qio_lets_care_go_on_only_a_new_notice_leads_to_an_end() -> None:
    assert {move for (state, move) in MOVES if state is State.GOES_ON} == {Move.ANNOUNCE_AGAIN}
