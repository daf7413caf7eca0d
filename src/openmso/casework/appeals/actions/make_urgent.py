"""An appeal is handled fast from now on; the first receipt still counts."""

from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked


@action
def make_urgent(appeal_id: UUID, *, why: str, by: Actor, at: datetime) -> Appeal:
    """Put the appeal on the fast track for `why`. Raises MoveNotAllowed, NotPossible."""
    by.require(Permission.APPEAL_FILE)
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.WORK_ON)
    if appeal.urgency == Urgency.EXPEDITED:
        raise NotPossible("This appeal is handled fast already.")
    if not why.strip():
        raise NotPossible("Say who says that waiting could do serious harm, and why.")
    appeal.urgency, appeal.urgency_why = Urgency.EXPEDITED, why.strip()
    keep(appeal, "urgency", "urgency_why")
    record(appeal, Event.MADE_URGENT, by=by, at=at, why=why.strip())
    keep_clocks(appeal, at=at)
    return appeal
