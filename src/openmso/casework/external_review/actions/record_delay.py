"""A review takes longer: the reason is kept and shown to the member with what is missing."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.delay import DelayReason
from ..domain.forum import Forum
from ..domain.packet import still_missing
from ..domain.states import Move, State, after
from ..events import Event
from ..models import ExternalReview
from ..queries import gathered, papers_of
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def record_delay(
    review_id: UUID,
    reason: DelayReason,
    *,
    note: str = "",
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> ExternalReview:
    """Keep the delay. Raises MoveNotAllowed, ReviewNotFound, ChangedMeanwhile, NotAllowed."""
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    case.state = after(State(case.state), Move.DELAY, forum=Forum(case.forum))
    case.delay_reason, case.delay_note = reason, note
    keep(case, "state", "delay_reason", "delay_note")
    missing = [one.kind.value for one in still_missing(gathered(papers_of(case)))]
    record(case, Event.DELAYED, by=by, at=at, reason=reason.value, missing=missing)
    renew_on_queue(case, outcome="delayed", at=at)
    return case


@action
def end_delay(
    review_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> ExternalReview:
    """What was missing is there; the review goes on.

    A packet that has not left ends the delay by leaving. Raises MoveNotAllowed, ReviewNotFound,
    ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    state = after(State(case.state), Move.GO_ON, forum=Forum(case.forum))
    if case.packet_sent_at is None:
        raise MoveNotAllowed("Send our packet; with it the delay ends.")
    case.state, case.delay_reason, case.delay_note = state, "", ""
    keep(case, "state", "delay_reason", "delay_note")
    record(case, Event.WENT_ON, by=by, at=at)
    renew_on_queue(case, outcome="goes on", at=at)
    return case
