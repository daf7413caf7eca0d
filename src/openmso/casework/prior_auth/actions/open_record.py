"""A reviewer opens a paper of the case. Who read what is part of the decision."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import RecordsOpened
from ..queries import request_for


class DocumentNotFound(LookupError):
    """There is no such document on this case."""


@action
def open_record(request_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> Document:
    """Return the document and remember that `by` opened it. Raises DocumentNotFound."""
    by.require(Permission.DOCUMENT_READ)
    reader_id = by.id
    if reader_id is None:
        raise NotAllowed("Only a person reads records.")
    request = request_for(by, request_id)
    document = Document.objects.filter(
        tenant_id=by.tenant_id, case_id=request.id, id=document_id
    ).first()
    if document is None or document.is_held_back:
        raise DocumentNotFound("There is no such document on this case.")
    RecordsOpened.objects.get_or_create(
        tenant_id=by.tenant_id,
        request=request,
        document=document,
        account_id=reader_id,
        defaults={"opened_at": at},
    )
    record(request, Event.RECORDS_OPENED, by=by, at=at, document=str(document.id))
    return document
