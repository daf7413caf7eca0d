"""A grievance is taken back by whoever filed it, or for them."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_closed
from ..models import Grievance
from ..steps.closing import close_without_answer
from ..steps.locking import locked


@action
def withdraw(grievance_id: UUID, *, asked_by: str, by: Actor, at: datetime) -> Grievance:
    """Take a grievance back for `asked_by`. Raises MoveNotAllowed, NotPossible."""
    by.require(Permission.GRIEVANCE_FILE)
    grievance = locked(grievance_id, by=by)
    state = after(State(grievance.state), Move.WITHDRAW)
    if not asked_by.strip():
        raise NotPossible("Say who takes it back.")
    grievance.closed_why = asked_by.strip()[:300]
    close_without_answer(grievance, state, at=at)
    record(grievance, Event.WITHDRAWN, by=by, at=at, asked_by=grievance.closed_why)
    order_closed(grievance, by=by, at=at)
    return grievance
