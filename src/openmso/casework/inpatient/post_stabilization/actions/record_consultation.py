"""The talk that a disagreement offered was held, or nobody was reached."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.responsibility import EndReason
from ..domain.states import State
from ..events import Event
from ..models import Consultation, PostStabilization
from ..queries import consultation_of
from ..steps.locking import locked
from .end_responsibility import end_responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """`agreed` only counts when the physicians `reached` each other. `talked_at` has a zone."""

    reached: bool
    agreed: bool
    talked_at: datetime
    note: str = ""


@action
def record_consultation(case_id: UUID, talk: Talk, *, by: Actor, at: datetime) -> PostStabilization:
    """Note what came of the talk; an agreement ends the plan's responsibility as disputed.

    Nobody reached, or no agreement: care goes on and the plan stays responsible. Raises
    MoveNotAllowed, CaseNotFound, NotAllowed, NotPossible for a talk in the future.
    """
    by.require(Permission.POST_STABILIZATION_FOLLOW)
    case = locked(case_id, by=by)
    offered = consultation_of(case)
    if offered is None or case.state != State.DISAGREED:
        raise MoveNotAllowed("A talk is recorded after a disagreement, while it is open.")
    agreed = talk.reached and talk.agreed
    offered.state = Consultation.State.HELD if talk.reached else Consultation.State.NOT_REACHED
    offered.talked_at, offered.note = talk.talked_at, talk.note
    offered.save(update_fields=["state", "talked_at", "note"])
    record(
        case,
        Event.CONSULTATION,
        by=by,
        at=at,
        happened_at=talk.talked_at,
        reached=talk.reached,
        agreed=agreed,
    )
    if agreed:
        return end_responsibility(
            case.id, EndReason.AGREED, happened_at=talk.talked_at, by=by, at=at
        )
    return case
