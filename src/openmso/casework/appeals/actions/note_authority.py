"""The paper is here that shows that somebody may speak for the member."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..domain.types import Authority
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import note_on_its_row


@action
def note_authority(appeal_id: UUID, *, shown_at: datetime, by: Actor, at: datetime) -> Appeal:
    """Record that the paper reached us at `shown_at`; where the law says so the clock begins then.

    Raises MoveNotAllowed, NotPossible when no paper is awaited or the time has not come.
    """
    by.require(Permission.APPEAL_FILE)
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.WORK_ON)
    if appeal.authority != Authority.PENDING:
        raise NotPossible("No paper is awaited for this appeal.")
    if shown_at > at:
        raise NotPossible("It cannot have reached us later than now.")
    appeal.authority, appeal.authority_shown_at = Authority.SHOWN, shown_at
    keep(appeal, "authority", "authority_shown_at")
    record(appeal, Event.AUTHORITY_SHOWN, by=by, at=at, happened_at=shown_at)
    keep_clocks(appeal, at=at)
    note_on_its_row(appeal)
    return appeal
