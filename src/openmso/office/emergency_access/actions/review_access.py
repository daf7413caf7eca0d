"""Privacy staff say of one use of emergency access whether it was in order."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import EmergencyAccess
from ..queries import AccessNotFound


class AlreadyReviewed(ValueError):
    """Somebody else was quicker. The sentence is written for the person."""


class MisuseUntold(ValueError):
    """Misuse needs words: what was wrong, what follows."""


@action
def review_access(
    access_id: UUID, *, verdict: str, notes: str, by: Actor, at: datetime
) -> EmergencyAccess:
    """Store what the review found; it stands for good.

    Raises AccessNotFound, AlreadyReviewed, MisuseUntold, and NotAllowed for one's own use.
    """
    by.require(Permission.EMERGENCY_REVIEW)
    access = (
        EmergencyAccess.objects.select_for_update()
        .filter(tenant_id=by.tenant_id, id=access_id)
        .first()
    )
    if access is None:
        raise AccessNotFound("no such use in this office")
    if access.account_id == by.id:
        raise NotAllowed("Nobody reviews their own emergency. Ask a colleague.")
    if access.reviewed_at is not None:
        raise AlreadyReviewed(f"{access.reviewed_by_name} has reviewed this already.")
    found = EmergencyAccess.Verdict(verdict)
    if found is EmergencyAccess.Verdict.MISUSE and not notes.strip():
        raise MisuseUntold("Write down what was wrong and what follows from it.")
    access.verdict, access.notes = found, notes.strip()
    access.reviewed_at, access.reviewed_by_id, access.reviewed_by_name = at, by.id, by.name
    access.save(
        update_fields=["verdict", "notes", "reviewed_at", "reviewed_by_id", "reviewed_by_name"]
    )
    record(access, Event.REVIEWED, by=by, at=at, verdict=found.value, notes=access.notes)
    return access
