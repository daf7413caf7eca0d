"""More time is taken for an appeal, where the law allows it and this office takes it."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks, rules_of_the_answer
from ..domain.extension import require_longer
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_extension
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import deadline_of


@action
def extend(appeal_id: UUID, *, ground: str, why: str, by: Actor, at: datetime) -> Appeal:
    """Extend the time for the answer once, on a ground the rule names, and tell the member why.

    Raises MoveNotAllowed, NotExtendable with the reason, NotPossible.
    """
    by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.EXTEND)
    first = deadline_of(appeal)
    more = require_longer(
        rules_of_the_answer(appeal),
        ground,
        why,
        taken=appeal.extended_at is not None,
        first_due=first.due_at if first else None,
        at=at,
    )
    appeal.extended_at, appeal.extension_ground = at, ground
    keep(appeal, "extended_at", "extension_ground")
    due = keep_clocks(appeal, at=at)
    record(appeal, Event.EXTENDED, by=by, at=at, **more.told(due))
    if due is not None:
        order_extension(appeal, more, new_due=due.due_at, by=by, at=at)
    return appeal
