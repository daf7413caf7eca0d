"""A grievance is dismissed because the paper never came that lets somebody speak for the member."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.types import Authority
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_closed
from ..models import Grievance
from ..steps.closing import close_without_answer
from ..steps.locking import locked

_WHY = "We did not get the paper that lets somebody speak for the member."


@action
def dismiss(grievance_id: UUID, *, by: Actor, at: datetime) -> Grievance:
    """Dismiss it for this one reason of form. Raises MoveNotAllowed, NotPossible."""
    by.require(Permission.GRIEVANCE_WORK)
    grievance = locked(grievance_id, by=by)
    state = after(State(grievance.state), Move.DISMISS)
    if grievance.authority != Authority.PENDING:
        raise NotPossible("No paper is awaited for this grievance.")
    grievance.closed_why = _WHY
    close_without_answer(grievance, state, at=at)
    record(grievance, Event.DISMISSED, by=by, at=at)
    order_closed(grievance, by=by, at=at)
    return grievance
