"""Moves between the states of a case or a page: each kind has a table of them, followed alike."""

from collections.abc import Mapping
from typing import TypeVar

S = TypeVar("S", bound=str)
M = TypeVar("M", bound=str)


class MoveNotAllowed(ValueError):
    """This move is not open from the present state. The sentence says which state that is."""


def follow(moves: Mapping[tuple[S, M], S], state: S, move: M, *, called: str) -> S:
    """Return where `move` leads to in a kind's table; `called` is the kind's noun in a sentence.

    Raises MoveNotAllowed if there is no such move from `state`.
    """
    try:
        return moves[state, move]
    except KeyError:
        raise MoveNotAllowed(
            f"You cannot {move} {called} that is {state.replace('_', ' ')}."
        ) from None
