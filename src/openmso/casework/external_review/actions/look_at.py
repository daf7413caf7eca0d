"""Somebody looks at a case or opens one of its papers, and who did is remembered.

What a review holds is confidential: every look is a line of its history.
"""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import ExternalReview
from ..queries import ReviewNotFound, review_for
from ..says import kept_as


@action
def look_at(review_id: UUID, *, by: Actor, at: datetime) -> ExternalReview:
    """Return the case for reading. Raises ReviewNotFound."""
    case = review_for(by, review_id)
    record(case, Event.LOOKED_AT, by=by, at=at, label=kept_as(case.label))
    return case


@action
def open_document(review_id: UUID, document_id: UUID, *, by: Actor, at: datetime) -> Document:
    """Return one paper for reading. Raises ReviewNotFound, also for one that is held back."""
    by.require(Permission.DOCUMENT_READ)
    case = review_for(by, review_id)
    found = documents_of(case.tenant_id, case.id)
    document = next((one for one in found if one.id == document_id and not one.is_held_back), None)
    if document is None:
        raise ReviewNotFound("There is no such paper.")
    record(case, Event.DOCUMENT_OPENED, by=by, at=at, document=str(document.id))
    return document
