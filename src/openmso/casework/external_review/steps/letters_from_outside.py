"""A letter of an outside body is kept as it came, and stands in the log and on the timeline."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.timeline.action import record

from ..domain.forum import Forum
from ..events import Event
from ..models import ExternalReview, OutsideContact

_SOURCES = {
    OutsideContact.Way.MAIL: Document.Source.MAIL,
    OutsideContact.Way.FAX: Document.Source.FAX,
    OutsideContact.Way.PORTAL: Document.Source.PORTAL,
    OutsideContact.Way.PHONE: Document.Source.PHONE,
}


def keep_letter(
    case: ExternalReview,
    letter: Inspected,
    *,
    title: str,
    way: str,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> Document:
    """Put a letter of the outside body on the case."""
    source = _SOURCES[OutsideContact.Way(way)]
    return attach(case, letter, title=title, source=source, received_at=received_at, by=by, at=at)


def log_contact(
    case: ExternalReview,
    *,
    direction: str,
    way: str,
    about: str,
    happened_at: datetime,
    document: Document | None = None,
    by: Actor,
    at: datetime,
) -> OutsideContact:
    """Write one line of the outside body's log, and one on the timeline of the case."""
    contact = OutsideContact.objects.create(
        tenant_id=case.tenant_id,
        review=case,
        who=Forum(case.forum).who,
        direction=direction,
        way=way,
        about=about[:300],
        happened_at=happened_at,
        our_person=by.name,
        document=document,
    )
    record(
        case,
        Event.CONTACT,
        by=by,
        at=at,
        happened_at=happened_at,
        who=contact.who,
        direction=contact.get_direction_display(),
        way=contact.get_way_display(),
        about=contact.about,
        document=str(document.id) if document else "",
    )
    return contact
