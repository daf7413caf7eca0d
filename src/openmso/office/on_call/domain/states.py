"""The states of a page and the moves between them; the table is the whole truth."""

from enum import StrEnum


class PageState(StrEnum):
    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    UNANSWERED = "unanswered"


class Move(StrEnum):
    CALL_NEXT = "call the next for"
    ACKNOWLEDGE = "acknowledge"
    GIVE_UP = "give up"


class MoveNotAllowed(ValueError):
    """The page is in a state that this move does not start from."""


MOVES: dict[tuple[PageState, Move], PageState] = {
    (PageState.WAITING, Move.CALL_NEXT): PageState.WAITING,
    (PageState.WAITING, Move.ACKNOWLEDGE): PageState.ACKNOWLEDGED,
    (PageState.WAITING, Move.GIVE_UP): PageState.UNANSWERED,
    # Nobody answered in time, and then somebody did: better late than never.
    (PageState.UNANSWERED, Move.ACKNOWLEDGE): PageState.ACKNOWLEDGED,
}


def after(state: PageState, move: Move) -> PageState:
    """Return the state that `move` leads to; raise MoveNotAllowed if there is none."""
    try:
        return MOVES[state, move]
    except KeyError:
        raise MoveNotAllowed(f"cannot {move} a page that is {state}") from None
