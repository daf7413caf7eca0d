"""A paper of a hospital's request is opened, and who did is remembered."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of
from openmso.office.timeline.action import action, record

from ..events import Event
from ..queries import CaseNotFound, case_for


@action
def open_paper(case_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> Document:
    """Return the paper for reading. Raises CaseNotFound, also for one that is held back."""
    by.require(Permission.DOCUMENT_READ)
    case = case_for(by, case_id)
    papers = documents_of(tenant_id=case.tenant_id, case_id=case.id)
    paper = next((one for one in papers if one.id == document_id and not one.is_held_back), None)
    if paper is None:
        raise CaseNotFound("There is no such paper.")
    record(case, Event.PAPER_OPENED, by=by, at=at, document=str(paper.id))
    return paper
