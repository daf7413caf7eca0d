"""A doctor is asked for a paper of the packet, and asked again when it does not come."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.packet import Step
from ..events import Event
from ..models import PacketPaper
from ..steps.locking import locked
from ..steps.papers import paper_of


@action
def ask_for_paper(
    review_id: UUID, paper_id: UUID, *, way: str, by: Actor, at: datetime
) -> PacketPaper:
    """Keep that we asked; the second time and later it is a chase, counted.

    Raises MoveNotAllowed for what has come already, ReviewNotFound, PaperNotFound, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by)
    paper = paper_of(case, paper_id, by=by)
    if paper.step == Step.RECEIVED:
        raise MoveNotAllowed("This paper is here already.")
    chase = paper.step == Step.ASKED
    if chase:
        paper.chased_at, paper.chases = at, paper.chases + 1
    else:
        paper.step, paper.asked_at, paper.why_not = Step.ASKED, at, ""
    paper.save(update_fields=["step", "asked_at", "chased_at", "chases", "why_not"])
    name = Event.PAPER_CHASED if chase else Event.PAPER_ASKED
    record(case, name, by=by, at=at, kind=paper.kind, owed_by=paper.owed_by, way=way)
    return paper
