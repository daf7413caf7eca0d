"""A grievance is answered, with a letter to the member."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.timeline.action import action, record

from ..domain.answering import Told, require_told
from ..domain.states import Move, State, after
from ..domain.types import Kind
from ..domain.who_may import MayNotWorkOnIt
from ..events import Event
from ..letters import order_answer
from ..models import Grievance
from ..steps.closing import close_answered
from ..steps.locking import locked
from ..steps.working import require_may_work


@action
def answer(
    grievance_id: UUID, *, told: Told, by: Actor, at: datetime, version: int | None = None
) -> Grievance:
    """Close it with `told` and order the letter.

    A grievance that was to be solved at once is answered as a standard one then.
    Raises MoveNotAllowed, ChangedMeanwhile, MayNotWorkOnIt with every reason, NotPossible.
    """
    grievance = locked(grievance_id, by=by, version=version)
    state = after(State(grievance.state), Move.ANSWER)
    if grievance.handler_id != by.id or by.id is None:
        raise MayNotWorkOnIt(("This grievance lies with somebody else.",))
    require_may_work(grievance, Account.objects.get(id=by.id), at=at)
    require_told(told)
    if grievance.kind == Kind.EXEMPT:
        raise MayNotWorkOnIt(("Solve it without a letter, or make it a standard one first.",))
    given = close_answered(grievance, state, told, by=by, at=at)
    record(grievance, Event.ANSWERED, by=by, at=at, answer=str(given.id), finding=given.finding)
    order_answer(grievance, given, by=by, at=at)
    return grievance
