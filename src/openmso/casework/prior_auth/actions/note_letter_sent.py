"""A letter about a request has left: the clocks of telling the member or the practice stop."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.deadlines import TELL_EXTENSION, TELL_MEMBER, TELL_PROVIDER
from ..events import Event
from ..steps.locking import locked

_DECISION_LETTERS = frozenset({"approval", "denial", "partial_approval"})


@action
def note_letter_sent(
    request_id: UUID, *, kind: str, to: str, sent_at: datetime, by: Actor, at: datetime
) -> None:
    """Stop the clock that this letter meets, at the moment it was sent; safe to run twice."""
    request = locked(request_id, by=by)
    to_member = to == "member"
    if kind in _DECISION_LETTERS:
        meet(request, TELL_MEMBER if to_member else TELL_PROVIDER, at=sent_at)
    if kind == "extension" and to_member:
        meet(request, TELL_EXTENSION, at=sent_at)
    event = Event.NOTIFIED_MEMBER if to_member else Event.NOTIFIED_PROVIDER
    record(request, event, by=by, at=at, happened_at=sent_at, letter=kind)
