"""The request is taken back by the one who made it, or for them."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.letters_owed import letters_owed
from ..domain.states import Move, State, after
from ..events import Event
from ..letters.occasion import Occasion
from ..letters.ordering import order_letters
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked
from ..steps.queues import move_to_queue


@action
def withdraw(
    request_id: UUID, *, asked_by: str, why: str, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Close the request because `asked_by` takes it back. Raises MoveNotAllowed."""
    request = locked(request_id, by=by)
    request.state = after(State(request.state), Move.WITHDRAW)
    keep(request, "state")
    record(request, Event.WITHDRAWN, by=by, at=at, asked_by=asked_by, why=why)
    close_all(request, at=at)
    move_to_queue(request, outcome="withdrawn", at=at)
    told = Occasion(withdrawn_by=asked_by)
    order_letters(request, letters_owed(Move.WITHDRAW), by=by, at=at, told=told)
    return request
