"""An appeal came after its time, and the reason is a good one."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import note_on_its_row


@action
def accept_late(appeal_id: UUID, *, good_cause: str, by: Actor, at: datetime) -> Appeal:
    """Accept `good_cause` for filing late. Raises MoveNotAllowed, NotPossible."""
    by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    after(State(appeal.state), Move.WORK_ON)
    if not appeal.late or appeal.late_accepted_at is not None:
        raise NotPossible("This appeal does not wait for that.")
    if not good_cause.strip():
        raise NotPossible("Write the reason that is accepted.")
    appeal.good_cause, appeal.late_accepted_at = good_cause.strip(), at
    keep(appeal, "good_cause", "late_accepted_at")
    record(appeal, Event.LATE_ACCEPTED, by=by, at=at, good_cause=good_cause.strip())
    note_on_its_row(appeal)
    return appeal
