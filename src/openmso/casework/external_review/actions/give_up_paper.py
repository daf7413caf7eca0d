"""A paper cannot be had, and the reason is written down for the reviewers."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.packet import Step
from ..domain.ruling import NotPossible
from ..events import Event
from ..models import PacketPaper
from ..steps.locking import locked
from ..steps.papers import paper_of


@action
def give_up_paper(
    review_id: UUID, paper_id: UUID, *, why: str, by: Actor, at: datetime
) -> PacketPaper:
    """Keep why the paper is not in the packet. Raises NotPossible without a reason,
    MoveNotAllowed for what is here, ReviewNotFound, PaperNotFound, NotAllowed."""
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if not why.strip():
        raise NotPossible("Say why it cannot be had.")
    case = locked(review_id, by=by)
    paper = paper_of(case, paper_id, by=by)
    if paper.step == Step.RECEIVED:
        raise MoveNotAllowed("This paper is here already.")
    paper.step, paper.why_not = Step.NOT_TO_BE_HAD, why.strip()[:300]
    paper.save(update_fields=["step", "why_not"])
    record(
        case,
        Event.PAPER_NOT_TO_BE_HAD,
        by=by,
        at=at,
        kind=paper.kind,
        owed_by=paper.owed_by,
        reason=paper.why_not,
    )
    return paper
