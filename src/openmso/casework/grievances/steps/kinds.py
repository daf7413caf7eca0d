"""A grievance changes its kind: its clocks are those of the new kind, from the first receipt."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record

from ..clock_keeping import keep_clocks
from ..domain.types import Kind
from ..events import Event
from ..letters import order_acknowledgement
from ..models import Grievance
from .locking import keep
from .queues import note_on_its_row


def change_kind_to(grievance: Grievance, kind: Kind, *, why: str, by: Actor, at: datetime) -> None:
    """Make it `kind`; time that has run is not given back. The member is told that it is here."""
    before = grievance.kind
    grievance.kind, grievance.kind_why = kind, why.strip()[:300]
    keep(grievance, "kind", "kind_why", "exempt_until_at", "fast_ground", "fast_because")
    due = keep_clocks(grievance, at=at)
    record(
        grievance,
        Event.KIND_CHANGED,
        by=by,
        at=at,
        before=str(before),
        now=str(kind),
        why=grievance.kind_why,
        due=due.due_at.isoformat() if due else "",
    )
    note_on_its_row(grievance)
    order_acknowledgement(grievance, by=by, at=at)
