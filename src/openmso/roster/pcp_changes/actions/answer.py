"""The health plan has answered a wish: its eligibility file names a doctor, or no coverage."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..domain.answer import State
from ..events import Event
from ..models import PcpChange


@action
def note_answer(
    change_id: UUID, state: State, *, got: UUID | None, by: Actor, at: datetime
) -> PcpChange:
    """Close the wish with what the file says. `got` is the doctor it names now."""
    change = PcpChange.objects.select_for_update().get(tenant_id=by.tenant_id, id=change_id)
    change.state, change.got_id, change.answered_at = state, got, at
    change.save(update_fields=["state", "got", "answered_at"])
    record(change, Event.ANSWERED, by=by, at=at, answer=str(state))
    return change
