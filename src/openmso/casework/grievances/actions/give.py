"""A grievance is given to the one who will answer it; who may not is refused here."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..events import Event
from ..models import Grievance
from ..steps.locking import keep, locked
from ..steps.queues import note_on_its_row
from ..steps.working import require_may_work


@action
def give(grievance_id: UUID, *, handler_id: UUID, by: Actor, at: datetime) -> Grievance:
    """Give it to `handler_id`. Raises MoveNotAllowed, MayNotWorkOnIt with every reason."""
    by.require(Permission.GRIEVANCE_FILE)
    grievance = locked(grievance_id, by=by)
    state = after(State(grievance.state), Move.GIVE)
    handler = Account.objects.get(tenant_id=grievance.tenant_id, id=handler_id, is_active=True)
    require_may_work(grievance, handler, at=at)
    grievance.handler, grievance.state = handler, state
    keep(grievance, "handler", "state")
    record(grievance, Event.GIVEN, by=by, at=at, to=handler.name)
    note_on_its_row(grievance)
    return grievance
