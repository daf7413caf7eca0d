"""Something about where the patient was had been recorded wrongly."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import Act, State, after
from ..domain.stay import MoveKind, StayNotPossible
from ..events import Event
from ..models import Admission, StayMove
from ..steps.keeping_moves import strike
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue


@action
def strike_move(
    admission_id: UUID, move_id: UUID, *, why: str, by: Actor, at: datetime
) -> Admission:
    """Strike one move; who asks as of an earlier time still finds it. The right one is written
    anew. A struck discharge opens the stay again.

    Raises StayNotFound, NotAllowed, StayNotPossible.
    """
    by.require(Permission.STAY_FOLLOW)
    stay = locked(admission_id, by=by)
    move = StayMove.objects.filter(
        tenant_id=stay.tenant_id, admission=stay, id=move_id, struck_at=None
    ).first()
    if move is None:
        raise StayNotPossible("There is no such line to strike.")
    strike(stay, move, why=why, at=at)
    if move.kind == MoveKind.DISCHARGE:
        stay.state = after(State(stay.state), Act.CORRECT_DISCHARGE)
        stay.discharged_at, stay.discharged_to = None, ""
        keep(stay, "state", "discharged_at", "discharged_to")
        to_its_queue(stay, outcome="discharge taken back", at=at)
    else:
        keep(stay)
    record(stay, Event.STRUCK, by=by, at=at, kind=move.kind, level=move.level, reason=why)
    return stay
