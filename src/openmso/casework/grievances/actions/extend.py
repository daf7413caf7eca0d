"""More time is taken for a grievance, where a rule allows it."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.extension import require_longer
from openmso.casework.appeals.domain.filing import NotPossible
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
    if not why.strip():
        raise NotPossible("Say why more time is in the member's interest.")
    taken = grievance.extended_at is not None
    rule = require_longer(rules_of_the_answer(grievance), ground, taken=taken, what=WHAT)
    first = deadline_of(grievance)
    if first is None or first.due_at < at:
        raise NotPossible("The time is over; it cannot be made longer any more.")
    grievance.extended_at, grievance.extension_ground = at, ground
    keep(grievance, "extended_at", "extension_ground")
    due = keep_clocks(grievance, at=at)
    record(
        grievance,
        Event.EXTENDED,
        by=by,
        at=at,
        ground=ground,
        why=why.strip(),
        rule=rule.id,
        due=due.due_at.isoformat() if due else "",
    )
    if due is not None:
        order_extension(
            grievance, rule=rule, why=why, first_due=first.due_at, new_due=due.due_at, by=by, at=at
        )
    return grievance
