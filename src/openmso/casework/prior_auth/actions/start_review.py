"""Intake hands a complete request to the nurses."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked
from ..steps.queues import move_to_queue


@action
def start_review(
    request_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> AuthorizationRequest:
    """Put the case on the nurses' list. Raises MoveNotAllowed."""
    by.require(Permission.REQUEST_KEY_IN)
    request = locked(request_id, by=by, version=version)
    request.state = after(State(request.state), Move.START_REVIEW)
    keep(request, "state")
    record(request, Event.REVIEW_STARTED, by=by, at=at)
    move_to_queue(request, outcome="to nurse review", at=at)
    return request
