"""The no stands after an appeal. This is the only way for it to stand."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from ..answer_letters import order_upheld
from ..domain.deciding import Result, require_qualified
from ..domain.states import Move, State, after
from ..models import Appeal
from ..steps.answering import close, signed
from ..steps.locking import locked
from ..steps.reviewing import matter_of, reviewer_facts
from ..upholding import Stands, upholding_of


@action
def uphold(appeal_id: UUID, *, stands: Stands, by: Actor, at: datetime, version: int) -> Appeal:
    """Sign that the no stands and tell the member every way to go on.

    Raises MoveNotAllowed, ChangedMeanwhile, NotQualifiedToAnswer with every reason.
    """
    appeal = locked(appeal_id, by=by, version=version)
    after(State(appeal.state), Move.UPHOLD)
    require_qualified(
        reviewer_facts(appeal, by, at=at), matter_of(appeal), upholding_of(appeal, stands)
    )
    answer = signed(appeal, Result.UPHELD, stands, why_changed="", by=by, at=at)
    close(appeal, answer, by=by, at=at)
    order_upheld(appeal, answer, by=by, at=at)
    return appeal
