"""An appeal is given to the physician who will answer it; who may not is refused here already."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.deciding import require_qualified
from ..domain.states import Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue
from ..steps.reviewing import matter_of, reviewer_facts


@action
def choose_reviewer(appeal_id: UUID, *, reviewer_id: UUID, by: Actor, at: datetime) -> Appeal:
    """Give the appeal to `reviewer_id`. Raises MoveNotAllowed, NotQualifiedToAnswer."""
    by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    state = after(State(appeal.state), Move.CHOOSE_REVIEWER)
    reviewer = Account.objects.get(tenant_id=appeal.tenant_id, id=reviewer_id, is_active=True)
    appeal.reviewer, appeal.state = reviewer, state
    facts = reviewer_facts(appeal, reviewer.as_actor(), at=at)
    require_qualified(facts, matter_of(appeal), None)
    keep(appeal, "reviewer", "state")
    record(appeal, Event.REVIEWER_CHOSEN, by=by, at=at, reviewer=reviewer.name)
    to_its_queue(appeal, outcome="reviewer chosen", at=at)
    return appeal
