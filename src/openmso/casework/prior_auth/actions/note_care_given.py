"""The proof that care was given after a ruling: what ends the last clock of a no taken back."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.deadlines import CARRY_OUT
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import locked


@action
def note_care_given(
    request_id: UUID, *, given_at: datetime, proof: str, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Record that the member had the care at `given_at`, and how we know.

    Raises MoveNotAllowed unless a ruling opened this request, ValueError without `proof`.
    """
    request = locked(request_id, by=by)
    if not request.ruled_by:
        raise MoveNotAllowed("No ruling took a no on this request back.")
    if not proof.strip():
        raise ValueError("Say how we know that the care was given.")
    record(request, Event.CARE_GIVEN, by=by, at=at, happened_at=given_at, proof=proof)
    meet(request, *CARRY_OUT, at=given_at)
    return request
