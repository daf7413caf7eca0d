"""The states of a review by somebody outside: no way around the packet, the ruling, the proof."""

from itertools import product

import pytest

from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.ruling import Answer, move_after, still_owed
from openmso.casework.external_review.domain.states import MOVES, Move, State, after, moves_from
from openmso.office.moves import MoveNotAllowed


@pytest.mark.requirement("S004-36")
def test_after_a_ruling_for_the_member_only_the_proof_leads_on() -> None:
    assert moves_from(State.TO_CARRY_OUT) == {Move.PROVE}
    assert after(State.TO_CARRY_OUT, Move.PROVE) is State.CARRIED_OUT
    assert moves_from(State.CARRIED_OUT) == {Move.CLOSE}


def test_nothing_leads_on_from_an_end() -> None:
    for end in (State.CLOSED, State.WITHDRAWN, State.NOT_QUALIFIED):
        assert not moves_from(end)


@pytest.mark.parametrize("forum", [Forum.STATE_HEARING, Forum.MEDICARE_ENTITY, Forum.COMPLAINT])
def test_only_an_application_can_be_filed_accepted_or_not_qualify(forum: Forum) -> None:
    for state, move in product(State, (Move.FILE, Move.ACCEPT, Move.FIND_NOT_QUALIFIED)):
        assert move not in moves_from(state, forum=forum)


def test_a_move_that_is_not_open_says_so() -> None:
    with pytest.raises(MoveNotAllowed, match="You cannot close a case that is packet due"):
        after(State.PACKET_DUE, Move.CLOSE)


def test_every_move_leads_from_somewhere() -> None:
    assert {move for _, move in MOVES} == set(Move)


@pytest.mark.parametrize(
    ("answer", "move"),
    [
        (Answer.FOR_MEMBER, Move.RULE_FOR_MEMBER),
        (Answer.PARTLY, Move.RULE_FOR_MEMBER),
        (Answer.FOR_PLAN, Move.UPHOLD_OUR_NO),
    ],
)
def test_a_ruling_moves_by_who_was_right(answer: Answer, move: Move) -> None:
    assert move_after(answer) is move


@pytest.mark.requirement("S004-36")
@pytest.mark.parametrize(("authorized", "served", "proof"), list(product((True, False), repeat=3)))
def test_a_ruling_for_the_member_needs_authorization_care_and_proof(
    authorized: bool, served: bool, proof: bool
) -> None:
    owed = still_owed(favourable=True, authorized=authorized, served=served, proof=proof)

    assert len(owed) == 3 - sum((authorized, served, proof))
    assert not still_owed(favourable=False, authorized=False, served=False, proof=False)
