"""The regulator decided whether the care is covered at all: its question, not ours."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action

from ..domain.notice import Notice
from ..domain.ruling import ANSWERS, Answer, Asked, NotPossible
from ..domain.states import OPEN, State
from ..models import ExternalReview
from ..steps.locking import locked
from ..steps.outside_decisions import keep_decision

TITLE = "Decision of the outside body about coverage"


@action
def record_coverage(
    review_id: UUID,
    answer: Answer,
    notice: Notice,
    *,
    letter: Inspected | None = None,
    by: Actor,
    at: datetime,
) -> ExternalReview:
    """Keep the answer with its day. It moves nothing by itself: the ruling does.

    Raises MoveNotAllowed on a decided case, NotPossible, ReviewNotFound, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if answer not in ANSWERS[Asked.COVERAGE]:
        raise NotPossible("Covered, or not covered.")
    case = locked(review_id, by=by)
    if State(case.state) not in OPEN:
        raise MoveNotAllowed("This case is decided.")
    keep_decision(case, Asked.COVERAGE, answer, notice, letter=letter, title=TITLE, by=by, at=at)
    return case
