"""An outcome was wrong: the paper lies in the tray again."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..domain.outcome import OutcomeNotPossible, State
from ..models import ArrivedPaper
from ..steps.settling import back_to_the_tray, locked_paper

_HERE = {State.REJECTED, State.HANDED_ON}


@action
def take_back(paper_id: UUID, *, why: str, by: Actor, at: datetime) -> ArrivedPaper:
    """Take back a rejection or a handing on. A paper on a case comes back from the case.

    Raises PaperNotFound, OutcomeNotPossible.
    """
    by.require(Permission.REQUEST_KEY_IN)
    paper = locked_paper(paper_id, by=by)
    if State(paper.state) not in _HERE:
        raise OutcomeNotPossible("This paper is on a case, or waits already.")
    back_to_the_tray(paper, why=why, by=by, at=at)
    return paper
