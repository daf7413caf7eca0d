"""The appeals desk has sent the case file to Medicare's independent entity."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clocks import SEND_PACKET, due_when_sent
from ..domain.forum import Forum
from ..domain.states import Move, State, after
from ..events import Event
from ..models import ExternalReview
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def note_file_left(
    review_id: UUID, *, sent_at: datetime, by: Actor, at: datetime
) -> ExternalReview:
    """Take over that the file has left. Raises MoveNotAllowed, ReviewNotFound."""
    case = locked(review_id, by=by)
    case.state = after(State(case.state), Move.SEND_PACKET, forum=Forum(case.forum))
    case.packet_sent_at = sent_at
    keep(case, "state", "packet_sent_at")
    record(case, Event.PACKET_SENT, by=by, at=at, happened_at=sent_at, way="appeals desk")
    meet(case, SEND_PACKET, at=sent_at)
    start_clocks(case, due_when_sent, sent_at, at=at)
    renew_on_queue(case, outcome="packet sent", at=at)
    return case
