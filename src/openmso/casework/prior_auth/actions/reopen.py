"""A closed request is taken up again; the earlier decision stays on record."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked
from ..steps.queues import move_to_queue
from .set_urgency import ReasonNeeded


@action
def reopen(request_id: UUID, *, why: str, by: Actor, at: datetime) -> AuthorizationRequest:
    """Take the case up again for `why`. Raises ReasonNeeded, MoveNotAllowed.

    An approval cannot be reopened: what was authorized may not be taken back (HSC 1371.8).
    """
    by.require(Permission.PRIOR_AUTH_REOPEN)
    if not why.strip():
        raise ReasonNeeded("Say why the case is opened again.")
    request = locked(request_id, by=by)
    request.state = after(State(request.state), Move.REOPEN)
    request.decided_at = None
    request.authorization_number = ""
    request.valid_from_on = request.valid_until_on = None
    keep(request, "state", "decided_at", "authorization_number", "valid_from_on", "valid_until_on")
    request.services.update(approved_quantity=None)
    record(request, Event.REOPENED, by=by, at=at, why=why)
    if request.line_of_business:
        keep_clocks(request, at=at)
    move_to_queue(request, outcome="reopened", at=at)
    return request
