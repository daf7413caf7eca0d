"""An appeal is taken back by whoever filed it, or for them."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_closed
from ..models import Appeal
from ..steps.ending import end_without_answer
from ..steps.locking import locked


@action
def withdraw(appeal_id: UUID, *, asked_by: str, by: Actor, at: datetime) -> Appeal:
    """Take an appeal back for `asked_by`. Raises MoveNotAllowed, NotPossible."""
    by.require(Permission.APPEAL_FILE)
    appeal = locked(appeal_id, by=by)
    state = after(State(appeal.state), Move.WITHDRAW)
    if not asked_by.strip():
        raise NotPossible("Say who takes it back.")
    appeal.closed_why = asked_by.strip()[:300]
    end_without_answer(appeal, state, at=at)
    record(appeal, Event.WITHDRAWN, by=by, at=at, asked_by=appeal.closed_why)
    order_closed(appeal, by=by, at=at)
    return appeal
