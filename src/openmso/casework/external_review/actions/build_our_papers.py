"""Our own part of the packet is printed from the case and put on its checklist."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import inspect
from openmso.office.documents.models import Document
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.packet import OwedBy, Step
from ..domain.states import OPEN, State
from ..events import Event
from ..models import ExternalReview
from ..paper.our_record import our_papers
from ..paper.printing import print_paper
from ..queries import papers_of
from ..steps.locking import locked


@action
def build_our_papers(review_id: UUID, *, by: Actor, at: datetime) -> ExternalReview:
    """Print what is ours alone; built again before the packet leaves, the newest counts.

    Raises MoveNotAllowed once the packet has left, ReviewNotFound, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by)
    if State(case.state) not in OPEN or case.packet_sent_at is not None:
        raise MoveNotAllowed("The packet has left already.")
    printed = our_papers(case)
    for line in papers_of(case):
        if line.owed_by != OwedBy.US or line.kind not in printed:
            continue
        paper = printed[line.kind]
        line.document = attach(
            case,
            inspect(print_paper(paper, created_at=at)),
            title=paper.title,
            source=Document.Source.OFFICE,
            received_at=at,
            by=by,
            at=at,
        )
        line.step, line.received_at, line.why_not = Step.RECEIVED, at, ""
        line.save(update_fields=["document", "step", "received_at", "why_not"])
        record(case, Event.PAPER_RECEIVED, by=by, at=at, kind=line.kind, owed_by=line.owed_by)
    return case
