"""The urgency of a case is changed, and every clock with it, from the first receipt."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.request import Urgency
from ..domain.states import OPEN, State
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked


class ReasonNeeded(ValueError):
    """A change of urgency must say why."""


@action
def set_urgency(
    request_id: UUID, *, urgency: Urgency, why: str, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Set the urgency; all clocks are computed anew from the time the request reached us.

    Raises ReasonNeeded, MoveNotAllowed when the case is no longer open.
    """
    by.require(Permission.REQUEST_RETIME)
    if not why.strip():
        raise ReasonNeeded("Say why, in a sentence: the member may ask.")
    request = locked(request_id, by=by)
    if State(request.state) not in OPEN:
        raise MoveNotAllowed(f"This case is {request.get_state_display()}; its clock has stopped.")
    before = request.urgency
    request.urgency, request.urgency_why = urgency, why[:300]
    keep(request, "urgency", "urgency_why")
    to_decide = keep_clocks(request, at=at)
    record(
        request,
        Event.URGENCY_SET,
        by=by,
        at=at,
        before=before,
        after=str(urgency),
        why=why,
        due=to_decide.due_at.isoformat() if to_decide else "",
    )
    return request
