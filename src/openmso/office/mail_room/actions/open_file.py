"""Somebody opens a file of an arrived paper."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.timeline.action import action, record

from ..events import Event
from ..queries import PaperNotFound, files_of, paper_for


@action
def open_file(paper_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> Document:
    """Return the file and write down who opened it. Raises PaperNotFound, also while it is held
    back for the virus scan."""
    by.require(Permission.DOCUMENT_READ)
    paper = paper_for(by, paper_id)
    document = next((one for one in files_of(paper) if one.id == document_id), None)
    if document is None or document.is_held_back:
        raise PaperNotFound("There is no such file.")
    record(paper, Event.OPENED, by=by, at=at, document=str(document.id))
    return document
