"""A grievance is solved by the close of the next business day: logged, and no letter is owed."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.answering import Told, require_told
from ..domain.states import Move, State, after
from ..domain.types import Kind
from ..domain.who_may import MayNotWorkOnIt
from ..events import Event
from ..models import Grievance
from ..steps.closing import close_answered
from ..steps.locking import locked
from ..steps.queues import deadline_of
from ..steps.working import require_may_work


@action
def solve_at_once(grievance_id: UUID, *, told: Told, by: Actor, at: datetime) -> Grievance:
    """Close it with what was done. Raises MoveNotAllowed, MayNotWorkOnIt, NotPossible.

    Source of the rule: HSC 1368(a)(4)(B).
    """
    by.require(Permission.GRIEVANCE_WORK)
    if by.id is None:
        raise MayNotWorkOnIt(("Only a person can answer a grievance; no program can.",))
    grievance = locked(grievance_id, by=by)
    state = after(State(grievance.state), Move.SOLVE)
    due = deadline_of(grievance)
    if grievance.kind != Kind.EXEMPT or due is None or due.due_at < at:
        raise NotPossible("Only what can be closed without a letter, in its time, is solved so.")
    require_told(told)
    handler = Account.objects.get(tenant_id=grievance.tenant_id, id=by.id)
    require_may_work(grievance, handler, at=at)
    grievance.handler = handler
    given = close_answered(grievance, state, told, by=by, at=at)
    record(grievance, Event.SOLVED, by=by, at=at, answer=str(given.id), finding=given.finding)
    return grievance
