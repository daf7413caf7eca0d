"""The outside body ruled. For the member it is carried out in the same act: one request, one yes.

The ruling re-opens the original request, issues the authorization, orders the letters to practice
and member, and starts the clock to carry it out; the case then waits for the proof of service.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.casework.prior_auth.actions.carry_out_overturn import carry_out_overturn
from openmso.casework.prior_auth.domain.ruling import RuledBy, Ruling
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all, meet

from ..domain.clocks import CARRY_OUT, OUTSIDE_DECISION, due_when_ruled
from ..domain.forum import Forum
from ..domain.notice import Notice
from ..domain.ruling import ANSWERS, FAVOURABLE, Answer, Asked, NotPossible, move_after
from ..domain.states import State, after
from ..events import Event
from ..models import ExternalReview, OutsideDecision
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.outside_decisions import keep_decision
from ..steps.queues import renew_on_queue

TITLE = "Ruling"
_RULED_BY = {
    Forum.IMR: RuledBy.IMR,
    Forum.STATE_HEARING: RuledBy.STATE_HEARING,
    Forum.MEDICARE_ENTITY: RuledBy.INDEPENDENT_ENTITY,
    Forum.COMPLAINT: RuledBy.PLAN,
}


@action
def record_ruling(
    review_id: UUID,
    answer: Answer,
    notice: Notice,
    *,
    letter: Inspected,
    approved: Mapping[int, Decimal] | None = None,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> ExternalReview:
    """Keep the ruling with its letter, and carry out what it gives the member.

    `approved` holds the whole quantity of each service line for a ruling in part. Raises
    MoveNotAllowed, NotPossible, ReviewNotFound, ChangedMeanwhile, NotAllowed, and NotAYes where
    what was ruled gives nothing new.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if answer not in ANSWERS[Asked.DISPUTE]:
        raise NotPossible("For the member, in part, or for the plan.")
    if (answer is Answer.PARTLY) == (approved is None):
        raise NotPossible("Say how much of each service the ruling gives, for a ruling in part.")
    case = locked(review_id, by=by, version=version)
    forum = Forum(case.forum)
    state = after(State(case.state), move_after(answer), forum=forum)
    decision = keep_decision(
        case,
        Asked.DISPUTE,
        answer,
        notice,
        letter=letter,
        title=f"{TITLE}: {forum.label}",
        by=by,
        at=at,
    )
    case.state = state
    case.ruled_on, case.ruling_received_at = notice.dated_on, notice.received_at
    case.outside_reference = notice.reference or case.outside_reference
    changed = ["state", "ruled_on", "ruling_received_at", "outside_reference"]
    meet(case, OUTSIDE_DECISION, at=notice.received_at)
    close_all(case, at=at)
    if answer in FAVOURABLE:
        case.authorization_number = _authorize(case, decision, approved, by=by, at=at)
        changed.append("authorization_number")
    keep(case, *changed)
    if answer in FAVOURABLE:
        start_clocks(case, due_when_ruled, notice.received_at, at=at)
        # What the law times is the authorization; it was issued in this very act.
        meet(case, CARRY_OUT, at=at)
    record(
        case,
        Event.RULED,
        by=by,
        at=at,
        happened_at=notice.received_at,
        answer=answer.value,
        ruled_on=notice.dated_on.isoformat(),
        authorization=case.authorization_number,
    )
    renew_on_queue(case, outcome=answer.value.replace("_", " "), at=at)
    return case


def _authorize(
    case: ExternalReview,
    decision: OutsideDecision,
    approved: Mapping[int, Decimal] | None,
    *,
    by: Actor,
    at: datetime,
) -> str:
    """Let the request become an authorization; a complaint is granted by the person who signs."""
    ruled_by = _RULED_BY[Forum(case.forum)]
    ours = ruled_by is RuledBy.PLAN
    request = carry_out_overturn(
        case.request_id,
        ruling=Ruling(
            ruled_by=ruled_by,
            ruled_on=decision.decided_on,
            notice_received_at=decision.received_at,
            reference=case.outside_reference or case.number,
            approved=approved,
            evidence_document_id=decision.letter_id,
            signed_by_id=by.id if ours else None,
            signed_by_name=by.name if ours else "",
        ),
        by=by,
        at=at,
    )
    return request.authorization_number
