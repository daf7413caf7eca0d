"""The regulator's letter: no Independent Medical Review. It goes on as a complaint by itself."""

import secrets
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.clocks import due_when_filed
from ..domain.forum import Forum
from ..domain.notice import Notice
from ..domain.ruling import Answer, Asked
from ..domain.states import FIRST, Move, State, after
from ..events import Event
from ..models import ExternalReview
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.outside_decisions import keep_decision
from ..steps.queues import put_on_queue, renew_on_queue

TITLE = "Letter: the problem does not qualify for Independent Medical Review"


@action
def record_not_qualified(
    review_id: UUID,
    notice: Notice,
    *,
    letter: Inspected,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> ExternalReview:
    """Keep the letter, end the application, and return the complaint that it became.

    The complaint has every fact of the application: nobody fills in anything again. Its time
    counts from the day the regulator found so. Raises MoveNotAllowed, NotPossible,
    ReviewNotFound, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    case.state = after(State(case.state), Move.FIND_NOT_QUALIFIED, forum=Forum(case.forum))
    keep_decision(
        case,
        Asked.QUALIFIES,
        Answer.DOES_NOT_QUALIFY,
        notice,
        letter=letter,
        title=TITLE,
        by=by,
        at=at,
    )
    case.told_at = notice.received_at
    case.outside_reference = notice.reference or case.outside_reference
    keep(case, "state", "told_at", "outside_reference")
    close_all(case, at=at)
    renew_on_queue(case, outcome="does not qualify", at=at)
    complaint = _complaint(case, notice, at=at)
    record(
        case,
        Event.NOT_QUALIFIED,
        by=by,
        at=at,
        happened_at=notice.received_at,
        became=complaint.number,
    )
    record(complaint, Event.BECAME_COMPLAINT, by=by, at=at, came_from=case.number)
    office = office_calendar(case.tenant_id)
    found = office.instant(datetime.combine(notice.dated_on, datetime.min.time()))
    start_clocks(complaint, due_when_filed, found, at=at)
    put_on_queue(complaint, at=at)
    return complaint


def _complaint(case: ExternalReview, notice: Notice, *, at: datetime) -> ExternalReview:
    on = office_calendar(case.tenant_id).local(at).date()
    return ExternalReview.objects.create(
        tenant_id=case.tenant_id,
        number=readable_number("ER", on, secrets.choice),
        forum=Forum.COMPLAINT,
        state=FIRST[Forum.COMPLAINT],
        came_from=case,
        appeal_id=case.appeal_id,
        request=case.request,
        member=case.member,
        plan=case.plan,
        ipa=case.ipa,
        line_of_business=case.line_of_business,
        basis=case.basis,
        urgent=case.urgent,
        prediction=case.prediction,
        outside_reference=notice.reference or case.outside_reference,
        recorded_at=at,
        filed_at=notice.received_at,
        told_at=notice.received_at,
    )
