"""The regulator gets the evidence that its ruling was carried out."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import inspect
from openmso.office.documents.models import Document
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action

from ..domain.states import State
from ..models import OutsideContact
from ..paper.evidence import TITLE, evidence_paper
from ..paper.printing import print_paper
from ..steps.letters_from_outside import log_contact
from ..steps.locking import locked


@action
def send_evidence(review_id: UUID, *, way: str, by: Actor, at: datetime) -> Document:
    """Print the evidence, keep it on the case, and write that it went out with the proof.

    Raises MoveNotAllowed before the care is proven, ReviewNotFound, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by)
    if State(case.state) not in {State.CARRIED_OUT, State.CLOSED} or case.served_on is None:
        raise MoveNotAllowed("Record the proof of service first.")
    paper = attach(
        case,
        inspect(print_paper(evidence_paper(case), created_at=at)),
        title=TITLE,
        source=Document.Source.OFFICE,
        received_at=at,
        by=by,
        at=at,
    )
    log_contact(
        case,
        direction=OutsideContact.Direction.TO_THEM,
        way=way,
        about=TITLE,
        happened_at=at,
        document=paper,
        by=by,
        at=at,
    )
    return paper
