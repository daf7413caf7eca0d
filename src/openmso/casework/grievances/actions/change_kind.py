"""A grievance turns out to be of another kind: standard instead of solved at once, or fast."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import NotPossible
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..domain.kinds import why_not_fast
from ..domain.states import Move, State, after
from ..domain.types import FastGround, Kind
from ..models import Grievance
from ..steps.kinds import change_kind_to
from ..steps.locking import locked


@action
def make_standard(grievance_id: UUID, *, why: str, by: Actor, at: datetime) -> Grievance:
    """Answer by letter what was to be solved at once. Raises MoveNotAllowed, NotPossible."""
    grievance = _taken(grievance_id, by=by)
    if grievance.kind != Kind.EXEMPT:
        raise NotPossible("It is answered by letter already.")
    if not why.strip():
        raise NotPossible("Say why it cannot be solved at once.")
    change_kind_to(grievance, Kind.STANDARD, why=why, by=by, at=at)
    return grievance


@action
def make_fast(
    grievance_id: UUID, *, ground: FastGround, why: str, by: Actor, at: datetime
) -> Grievance:
    """Answer it fast, on a ground the law of its plan knows. Raises MoveNotAllowed, NotPossible."""
    grievance = _taken(grievance_id, by=by)
    if grievance.kind == Kind.EXPEDITED:
        raise NotPossible("It is answered fast already.")
    if refusal := why_not_fast(grievance.line_of_business, ground):
        raise NotPossible(refusal)
    if not why.strip():
        raise NotPossible("Say why it must be fast.")
    grievance.fast_ground, grievance.fast_because = ground, why.strip()[:300]
    change_kind_to(grievance, Kind.EXPEDITED, why=why, by=by, at=at)
    return grievance


def _taken(grievance_id: UUID, *, by: Actor) -> Grievance:
    by.require(Permission.GRIEVANCE_FILE)
    grievance = locked(grievance_id, by=by)
    after(State(grievance.state), Move.WORK_ON)
    return grievance
