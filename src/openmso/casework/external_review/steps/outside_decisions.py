"""A decision of somebody outside is kept with its day, its words and its letter."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar
from openmso.office.timeline.action import record

from ..domain.notice import Notice
from ..domain.ruling import Answer, Asked, NotPossible, require_possible
from ..events import Event
from ..models import ExternalReview, OutsideContact, OutsideDecision
from .letters_from_outside import keep_letter, log_contact


def keep_decision(
    case: ExternalReview,
    asked: Asked,
    answer: Answer,
    notice: Notice,
    *,
    letter: Inspected | None,
    title: str,
    by: Actor,
    at: datetime,
) -> OutsideDecision:
    """Store the decision with its letter, and a line each in the log and on the timeline.

    Raises NotPossible for a day or an arrival that has not come.
    """
    if notice.received_at > at:
        raise NotPossible("This letter cannot have come later than now.")
    require_possible(notice.dated_on, today=office_calendar(case.tenant_id).local(at).date())
    document = None
    if letter is not None:
        document = keep_letter(
            case,
            letter,
            title=title,
            way=notice.way,
            received_at=notice.received_at,
            by=by,
            at=at,
        )
    decision = OutsideDecision.objects.create(
        tenant_id=case.tenant_id,
        review=case,
        asked=asked,
        answer=answer,
        decided_on=notice.dated_on,
        received_at=notice.received_at,
        words=notice.words,
        letter=document,
    )
    log_contact(
        case,
        direction=OutsideContact.Direction.FROM_THEM,
        way=notice.way,
        about=title,
        happened_at=notice.received_at,
        document=document,
        by=by,
        at=at,
    )
    record(
        case,
        Event.OUTSIDE_DECIDED,
        by=by,
        at=at,
        happened_at=notice.received_at,
        asked=asked.value,
        answer=answer.value,
        dated_on=notice.dated_on.isoformat(),
    )
    return decision
