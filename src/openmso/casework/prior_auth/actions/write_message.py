"""A message on the case, from the practice or from the desk."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import CaseMessage
from ..steps.locking import locked


class EmptyMessage(ValueError):
    """There is nothing in the message."""


@action
def write_message(request_id: UUID, *, text: str, by: Actor, at: datetime) -> CaseMessage:
    """Put a message on the case. Raises EmptyMessage, RequestNotFound."""
    if not text.strip():
        raise EmptyMessage("Write something first.")
    request = locked(request_id, by=by)
    message = CaseMessage.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        from_practice=by.practice_id is not None,
        author_name=by.name,
        text=text.strip(),
        written_at=at,
    )
    record(request, Event.MESSAGE, by=by, at=at, from_practice=message.from_practice)
    return message
