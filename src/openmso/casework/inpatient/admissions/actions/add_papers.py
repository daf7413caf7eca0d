"""More papers about a stay reach us: clinical notes, a face sheet that was missing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.timeline.action import action

from ..models import Admission
from ..steps.locking import locked


@action
def add_papers(
    admission_id: UUID,
    files: Sequence[tuple[str, Inspected]],
    *,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> Admission:
    """Put (title, file) pairs that came by fax on the stay. Raises StayNotFound, NotAllowed."""
    by.require(Permission.STAY_KEY_IN)
    stay = locked(admission_id, by=by)
    for title, file in files:
        attach(
            stay,
            file,
            title=title,
            source=Document.Source.FAX,
            received_at=received_at,
            by=by,
            at=at,
        )
    return stay
