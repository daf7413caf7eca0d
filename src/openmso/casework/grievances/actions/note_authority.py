"""The paper is here that shows that somebody may speak for the member."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.types import Authority
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..events import Event
from ..models import Grievance
from ..steps.locking import keep, locked
from ..steps.queues import note_on_its_row


@action
def note_authority(grievance_id: UUID, *, shown_at: datetime, by: Actor, at: datetime) -> Grievance:
    """Record that the paper reached us at `shown_at`. The clocks ran from the first receipt.

    Raises MoveNotAllowed, NotPossible when no paper is awaited or the time has not come.
    """
    by.require(Permission.GRIEVANCE_FILE)
    grievance = locked(grievance_id, by=by)
    after(State(grievance.state), Move.WORK_ON)
    if grievance.authority != Authority.PENDING:
        raise NotPossible("No paper is awaited for this grievance.")
    if shown_at > at:
        raise NotPossible("It cannot have reached us later than now.")
    grievance.authority, grievance.authority_shown_at = Authority.SHOWN, shown_at
    keep(grievance, "authority", "authority_shown_at")
    record(grievance, Event.AUTHORITY_SHOWN, by=by, at=at, happened_at=shown_at)
    note_on_its_row(grievance)
    return grievance
