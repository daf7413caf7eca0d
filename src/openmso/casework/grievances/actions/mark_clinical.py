"""A grievance is found to be clinical, or about the quality of care."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..domain.types import Kind
from ..events import Event
from ..models import Grievance
from ..steps.kinds import change_kind_to
from ..steps.locking import keep, locked


@action
def mark_clinical(
    grievance_id: UUID, *, quality_of_care: bool, by: Actor, at: datetime
) -> Grievance:
    """Mark it; whoever has it then and holds no clinical licence must give it on.

    What was to be solved at once is answered by letter from then on. Raises MoveNotAllowed.
    """
    by.require(Permission.GRIEVANCE_FILE)
    grievance = locked(grievance_id, by=by)
    after(State(grievance.state), Move.WORK_ON)
    if grievance.kind == Kind.EXEMPT:
        change_kind_to(grievance, Kind.STANDARD, why="It is clinical.", by=by, at=at)
    grievance.clinical = True
    grievance.quality_of_care = grievance.quality_of_care or quality_of_care
    keep(grievance, "clinical", "quality_of_care")
    record(grievance, Event.MARKED, by=by, at=at, quality_of_care=grievance.quality_of_care)
    return grievance
