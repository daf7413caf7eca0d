"""The case file has left for the independent entity."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clock_facts import SEND_ON
from ..domain.filing import NotPossible
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked


@action
def note_case_file_sent(appeal_id: UUID, *, sent_at: datetime, by: Actor, at: datetime) -> Appeal:
    """Record that the file was sent at `sent_at`. Raises NotPossible where none is owed."""
    if by.is_person:
        by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    if not appeal.sends_on or appeal.case_file_sent_at is not None:
        raise NotPossible("No case file is owed for this appeal.")
    if sent_at > at:
        raise NotPossible("It cannot have left later than now.")
    appeal.case_file_sent_at = sent_at
    keep(appeal, "case_file_sent_at")
    record(appeal, Event.CASE_FILE_SENT, by=by, at=at, happened_at=sent_at)
    meet(appeal, SEND_ON, at=sent_at)
    return appeal
