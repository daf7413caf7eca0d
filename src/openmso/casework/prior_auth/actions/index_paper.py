"""A paper of the mail room belongs to a case that is here: it goes there with its own time."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.mail_room.domain.outcome import State as PaperState
from openmso.office.mail_room.files import files_to_attach
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.steps.settling import locked_paper, require_waiting, settle
from openmso.office.timeline.action import action, record

from ..events import Event
from .add_information import add_information


@action
def index_paper(paper_id: UUID, request_id: UUID, *, by: Actor, at: datetime) -> ArrivedPaper:
    """Put the files of a waiting paper on a case, as information that arrived.

    Raises PaperNotFound, SettledMeanwhile, OutcomeNotPossible, RequestNotFound, MoveNotAllowed for
    a case that takes no more papers, FileLost.
    """
    by.require(Permission.REQUEST_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    require_waiting(paper)
    request = add_information(
        request_id,
        files=files_to_attach(paper),
        words="",
        received_at=paper.received_at,
        source=paper.way,
        by=by,
        at=at,
    )
    record(request, Event.PAPER_INDEXED, by=by, at=at, paper=paper.number)
    settle(paper, PaperState.ON_CASE, case=request, by=by, at=at)
    return paper
