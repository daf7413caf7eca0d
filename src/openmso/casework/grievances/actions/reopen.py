"""A closed grievance is taken up again; the earlier answer stays on record."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import begin_again

from ..clock_keeping import keep_clocks
from ..domain.states import Move, State, after
from ..domain.types import Kind
from ..events import Event
from ..letters import order_acknowledgement
from ..models import Grievance
from ..steps.locking import keep, locked
from ..steps.queues import enter_queue

_CHANGED = (
    *("state", "kind", "round", "begun_at", "closed_at", "closed_why", "handler"),
    *("extended_at", "extension_ground", "late_at"),
)


@action
def reopen(grievance_id: UUID, *, why: str, by: Actor, at: datetime) -> Grievance:
    """Take it up again for `why`, with clocks of its own from now, always with a letter.

    Raises MoveNotAllowed, NotPossible.
    """
    by.require(Permission.GRIEVANCE_FILE)
    if not why.strip():
        raise NotPossible("Say why it is opened again.")
    grievance = locked(grievance_id, by=by)
    grievance.state = after(State(grievance.state), Move.REOPEN)
    if grievance.kind == Kind.EXEMPT:
        grievance.kind = Kind.STANDARD
    grievance.round = begin_again(grievance, at=at) + 1
    grievance.begun_at, grievance.closed_at, grievance.closed_why = at, None, ""
    grievance.handler, grievance.late_at = None, None
    grievance.extended_at, grievance.extension_ground = None, ""
    keep(grievance, *_CHANGED)
    due = keep_clocks(grievance, at=at)
    record(
        grievance,
        Event.REOPENED,
        by=by,
        at=at,
        why=why.strip(),
        due=due.due_at.isoformat() if due else "",
    )
    enter_queue(grievance, at=at)
    order_acknowledgement(grievance, by=by, at=at)
    return grievance
