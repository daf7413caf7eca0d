"""The wish has reached the health plan."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..domain.answer import State
from ..events import Event
from ..models import PcpChange


@action
def note_passed_on(change_id: UUID, *, proof: str, by: Actor, at: datetime) -> PcpChange:
    """Keep the proof that the plan has it. A wish that was answered meanwhile keeps its answer."""
    change = PcpChange.objects.select_for_update().get(tenant_id=by.tenant_id, id=change_id)
    change.passed_on_at, change.proof = at, proof
    if change.state == State.ASKED:
        change.state = State.PASSED_ON
    change.save(update_fields=["state", "passed_on_at", "proof"])
    record(change, Event.PASSED_ON, by=by, at=at, proof=proof)
    return change
