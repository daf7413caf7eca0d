"""A paper was put on the wrong case: it leaves the case and lies in the mail room again."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.moving import NoCase, move_to_case
from openmso.office.mail_room.domain.outcome import OutcomeNotPossible
from openmso.office.mail_room.domain.outcome import State as PaperState
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.queries import files_of
from openmso.office.mail_room.steps.settling import back_to_the_tray, locked_paper
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..case_kind import PRIOR_AUTH
from ..domain.states import OPEN, State
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked
from ..steps.papers_leave import papers_leave
from ..steps.weighing import weigh_again


@action
def take_paper_back(paper_id: UUID, *, why: str, by: Actor, at: datetime) -> ArrivedPaper:
    """Take a paper off the open case it was put on; what is missing there is weighed anew.

    A case that was decided keeps what it was decided with, and a paper that became a case of its
    own stays: withdraw or split that one. Raises PaperNotFound, OutcomeNotPossible, MoveNotAllowed.
    """
    by.require(Permission.REQUEST_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    if paper.state != PaperState.ON_CASE or paper.case_kind_of != PRIOR_AUTH:
        raise OutcomeNotPossible("This paper was not put on an open case.")
    if paper.case_id_of is None:
        raise OutcomeNotPossible("This paper names no case.")
    request = locked(paper.case_id_of, by=by)
    if State(request.state) not in OPEN:
        raise MoveNotAllowed(f"This case is {request.get_state_display()}; its papers stay.")
    _take_off(paper, request)
    weigh_again(request)
    keep(request, "missing")
    record(request, Event.PAPER_TAKEN_BACK, by=by, at=at, paper=paper.number, why=why)
    back_to_the_tray(paper, why=why, by=by, at=at)
    return paper


def _take_off(paper: ArrivedPaper, request: AuthorizationRequest) -> None:
    on_the_case = Document.objects.filter(
        tenant_id=request.tenant_id,
        case_id=request.id,
        sha256__in=[file.sha256 for file in files_of(paper)],
        received_at=paper.received_at,
        source=paper.way,
    )
    ids = list(on_the_case.values_list("id", flat=True))
    papers_leave(request, ids)
    for document_id in ids:
        whole = Document.objects.filter(id=document_id)
        move_to_case(whole, NoCase(request.tenant_id, document_id))
