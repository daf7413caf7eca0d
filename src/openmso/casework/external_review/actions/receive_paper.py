"""A paper of the packet is here. What comes after the packet left is sent on at once."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.packet import Step
from ..domain.states import AT_WORK, State
from ..events import Event
from ..models import PacketPaper
from ..says import paper_says
from ..steps.locking import locked
from ..steps.papers import paper_of
from ..steps.sending import log_sent


@action
def receive_paper(
    review_id: UUID,
    paper_id: UUID,
    file: Inspected,
    *,
    source: str,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> PacketPaper:
    """Put the file on the case as this paper; after the packet has left it follows it now.

    `source` is one of Document.Source. Raises MoveNotAllowed on a closed case, ReviewNotFound,
    PaperNotFound, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by)
    if State(case.state) not in AT_WORK:
        raise MoveNotAllowed("This case is closed.")
    paper = paper_of(case, paper_id, by=by)
    title = paper_says(paper.kind, holder=paper.holder)
    paper.document = attach(
        case, file, title=title, source=source, received_at=received_at, by=by, at=at
    )
    paper.step, paper.received_at, paper.why_not = Step.RECEIVED, received_at, ""
    late = case.packet_sent_at is not None
    paper.sent_at = at if late else None
    paper.save(update_fields=["document", "step", "received_at", "why_not", "sent_at"])
    record(
        case,
        Event.PAPER_RECEIVED,
        by=by,
        at=at,
        happened_at=received_at,
        kind=paper.kind,
        owed_by=paper.owed_by,
    )
    if late:
        log_sent(case, [paper], about=f"Sent after the packet: {title}", by=by, at=at)
        record(case, Event.SENT_LATER, by=by, at=at, kind=paper.kind)
    return paper
