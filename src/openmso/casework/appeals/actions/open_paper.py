"""A paper of the file is opened for an appeal, and who did is remembered."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import AppealPaperOpened
from ..queries import AppealNotFound, appeal_for, papers_of


@action
def open_paper(appeal_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> Document:
    """Return a paper of the request or of the appeal for reading.

    Raises AppealNotFound, also for a paper that is held back or on another case.
    """
    by.require(Permission.DOCUMENT_READ)
    if by.id is None:
        raise NotAllowed("Only a person reads papers.")
    appeal = appeal_for(by, appeal_id)
    paper = next(
        (one for one in papers_of(appeal) if one.id == document_id and not one.is_held_back), None
    )
    if paper is None:
        raise AppealNotFound("There is no such paper.")
    AppealPaperOpened.objects.get_or_create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        document=paper,
        account_id=by.id,
        defaults={"opened_at": at},
    )
    record(appeal, Event.PAPER_OPENED, by=by, at=at, document=str(paper.id))
    return paper
