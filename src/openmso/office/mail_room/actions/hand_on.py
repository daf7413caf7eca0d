"""A paper is another desk's business and goes there, with its received time."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..domain.outcome import Desk, State
from ..models import ArrivedPaper
from ..steps.settling import locked_paper, settle


@action
def hand_on(
    paper_id: UUID, desk: Desk, *, words: str = "", by: Actor, at: datetime
) -> ArrivedPaper:
    """Hand a waiting paper to another desk. Raises PaperNotFound, SettledMeanwhile."""
    by.require(Permission.REQUEST_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    settle(paper, State.HANDED_ON, by=by, at=at, desk=desk, words=words)
    return paper
