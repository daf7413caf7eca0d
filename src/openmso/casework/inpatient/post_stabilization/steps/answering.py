"""What every answer to a hospital needs before it can be given, and how it is kept."""

from datetime import date, datetime

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.deadlines import meet
from openmso.office.timeline.models import Deadline

from ..domain.clock import ANSWER_HOSPITAL
from ..domain.responsibility import Answer
from ..models import PostStabilization, SignedAnswer
from ..standing import puts_on_plan
from .clock_keeping import open_deadline


class TooLate(MoveNotAllowed):
    """The time had passed before anybody answered. What that means is in force already."""


class NotIdentified(MoveNotAllowed):
    """Nobody can answer for a patient whom the office has not identified."""


def require_answerable(case: PostStabilization, *, at: datetime) -> Deadline | None:
    """Raise NotIdentified or TooLate unless an answer given at `at` still counts."""
    require_identified(case)
    deadline = open_deadline(case)
    if deadline is not None and puts_on_plan(deadline) and at > deadline.due_at:
        when = office_calendar(case.tenant_id).local(deadline.due_at)
        raise TooLate(
            f"Nobody answered by {when:%I:%M %p}. The plan is responsible since then"
            f" ({deadline.citation}); an answer no longer changes it. You can record how the"
            " responsibility ends."
        )
    return deadline


def require_identified(case: PostStabilization) -> None:
    """Raise NotIdentified while nobody knows who the patient is."""
    if case.member_id is None:
        raise NotIdentified("Identify the patient first: the plan is not known yet.")


def keep_answer(
    case: PostStabilization,
    outcome: Answer,
    *,
    words: str,
    level_of_care: str = "",
    next_review_on: date | None = None,
    by: Actor,
    at: datetime,
) -> SignedAnswer:
    """Store the signed answer and stop the clock. Raises NotAllowed for a program."""
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person can answer a hospital.")
    meet(case, ANSWER_HOSPITAL, at=at)
    return SignedAnswer.objects.create(
        tenant_id=case.tenant_id,
        request=case,
        outcome=outcome,
        words=words,
        level_of_care=level_of_care,
        next_review_on=next_review_on,
        signed_by_id=by.id,
        signed_by_name=by.name,
        answered_at=at,
        answered_on=office_calendar(case.tenant_id).local(at).date(),
    )
