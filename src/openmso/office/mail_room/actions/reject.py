"""A paper is not taken: why, and how its sender hears of it."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..domain.outcome import Rejection, State, require_possible
from ..models import ArrivedPaper
from ..steps.settling import locked_paper, settle


@action
def reject(paper_id: UUID, rejection: Rejection, *, by: Actor, at: datetime) -> ArrivedPaper:
    """Reject a waiting paper. Raises PaperNotFound, SettledMeanwhile, OutcomeNotPossible."""
    by.require(Permission.REQUEST_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    doubles = paper.same_as_id is not None
    require_possible(rejection, opens=not paper.trouble, doubles=doubles)
    settle(
        paper,
        State.REJECTED,
        by=by,
        at=at,
        reason=rejection.reason,
        told=rejection.told,
        words=rejection.letter,
    )
    return paper
