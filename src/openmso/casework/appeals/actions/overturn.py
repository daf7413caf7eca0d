"""The no was wrong: it is taken back, and the care is authorized in the same act."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from ..answer_letters import order_overturned
from ..domain.deciding import Result, require_qualified
from ..domain.filing import NotPossible
from ..domain.states import Move, State, after
from ..models import Appeal
from ..steps.answering import authorize, close, signed
from ..steps.locking import locked
from ..steps.reviewing import matter_of, reviewer_facts


@action
def overturn(appeal_id: UUID, *, why: str, by: Actor, at: datetime, version: int) -> Appeal:
    """Take the whole no back. Raises MoveNotAllowed, ChangedMeanwhile, NotQualifiedToAnswer,
    NotPossible without `why`."""
    appeal = locked(appeal_id, by=by, version=version)
    after(State(appeal.state), Move.OVERTURN)
    require_qualified(reviewer_facts(appeal, by, at=at), matter_of(appeal), None)
    if not why.strip():
        raise NotPossible("Say in one sentence what changed the answer.")
    answer = signed(appeal, Result.OVERTURNED, None, why_changed=why.strip(), by=by, at=at)
    authorize(appeal, answer, None, by=by)
    close(appeal, answer, by=by, at=at)
    order_overturned(appeal, by=by, at=at)
    return appeal
