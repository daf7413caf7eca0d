"""What a nurse cannot approve goes to a physician. A nurse has no other way to say "not met"."""

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
def send_to_physician(
    request_id: UUID, *, note: str, by: Actor, at: datetime, version: int | None = None
) -> AuthorizationRequest:
    """Move the case to the physician's desk with the nurse's note. Raises MoveNotAllowed."""
    by.require(Permission.CRITERIA_REVIEW)
    request = locked(request_id, by=by, version=version)
    request.state = after(State(request.state), Move.SEND_TO_PHYSICIAN)
    keep(request, "state")
    record(request, Event.SENT_TO_PHYSICIAN, by=by, at=at, note=note)
    move_to_queue(request, outcome="sent to physician", at=at)
    return request
