"""More time is taken for a grievance, where a rule allows it."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.extension import require_longer
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks, rules_of_the_answer
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_extension
from ..models import Grievance
from ..steps.locking import keep, locked
from ..steps.queues import deadline_of

WHAT = "grievance"


@action
def extend(grievance_id: UUID, *, ground: str, why: str, by: Actor, at: datetime) -> Grievance:
    """Extend the time for the answer once, on a ground the rule names, and tell the member why.

    Raises MoveNotAllowed, NotExtendable with the reason, NotPossible.
    """
    by.require(Permission.GRIEVANCE_WORK)
    grievance = locked(grievance_id, by=by)
    after(State(grievance.state), Move.EXTEND)
    first = deadline_of(grievance)
    more = require_longer(
        rules_of_the_answer(grievance),
        ground,
        why,
        taken=grievance.extended_at is not None,
        first_due=first.due_at if first else None,
        at=at,
        what=WHAT,
    )
    grievance.extended_at, grievance.extension_ground = at, ground
    keep(grievance, "extended_at", "extension_ground")
    due = keep_clocks(grievance, at=at)
    record(grievance, Event.EXTENDED, by=by, at=at, **more.told(due))
    if due is not None:
        order_extension(grievance, more, new_due=due.due_at, by=by, at=at)
    return grievance
