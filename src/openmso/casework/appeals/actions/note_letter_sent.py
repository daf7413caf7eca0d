"""A letter of an appeal has left: duties to tell somebody are met by that, not by printing."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clock_facts import ACKNOWLEDGE, TELL_EXTENSION, TELL_NOT_FAST
from ..events import Event
from ..steps.locking import locked

_MEETS = {
    "appeal_received": ACKNOWLEDGE,
    "appeal_extension": TELL_EXTENSION,
    "appeal_not_fast": TELL_NOT_FAST,
}


@action
def note_letter_sent(
    appeal_id: UUID, *, kind: str, to: str, sent_at: datetime, by: Actor, at: datetime
) -> None:
    """Record that the letter `kind` left to `to` at `sent_at`, and meet the clock it stops."""
    appeal = locked(appeal_id, by=by)
    record(appeal, Event.LETTER_LEFT, by=by, at=at, happened_at=sent_at, letter=kind, to=to)
    if to == "member" and kind in _MEETS:
        meet(appeal, _MEETS[kind], at=sent_at)
