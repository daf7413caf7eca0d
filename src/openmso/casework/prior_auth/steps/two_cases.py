"""Two requests taken for a change at once, without two people waiting for each other."""

from uuid import UUID

from openmso.office.access.actor import Actor

from ..models import AuthorizationRequest
from .locking import locked


def locked_pair(
    one_id: UUID, other_id: UUID, *, by: Actor
) -> tuple[AuthorizationRequest, AuthorizationRequest]:
    """Return both requests under a row lock, in the order asked for. Raises RequestNotFound.

    Always locked in one order, or two people who take them crosswise would wait for each other.
    """
    first, second = (locked(one, by=by) for one in sorted((one_id, other_id)))
    return (first, second) if first.id == one_id else (second, first)
