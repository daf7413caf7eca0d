"""A paper of a stay is opened, and who did is remembered: a no asks for it."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of
from openmso.office.timeline.action import action, record

from ..events import Event
from ..queries import StayNotFound, stay_for


@action
def open_paper(admission_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> Document:
    """Return the paper for reading. Raises StayNotFound, also for one that is held back."""
    by.require(Permission.DOCUMENT_READ)
    stay = stay_for(by, admission_id)
    papers = documents_of(tenant_id=stay.tenant_id, case_id=stay.id)
    paper = next((one for one in papers if one.id == document_id and not one.is_held_back), None)
    if paper is None:
        raise StayNotFound("There is no such paper.")
    record(stay, Event.PAPER_OPENED, by=by, at=at, document=str(paper.id))
    return paper
