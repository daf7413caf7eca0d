"""The care ended: nobody asked, or nobody asks any more after the QIO's decision."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all, of_case

from ..domain.clocks import ASK_AGAIN
from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..steps.costs import CHANGED, put_costs
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def close_case(
    case_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Close it: after the day of the end, with the notice it needed; and after a decision of the
    QIO not while the member may still ask again.

    Raises CaseNotFound, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    before = State(case.state)
    state = after(before, Move.CLOSE)
    if before is State.WITH_PLAN:
        raise MoveNotAllowed("File the fast appeal; with it the case closes.")
    if before is State.ANNOUNCED:
        _require_over(case, at=at)
        put_costs(case, decided_at=None)
    if before is State.STANDS:
        _require_not_asked_again(case, at=at)
    case.state, case.closed_at = state, at
    keep(case, "state", "closed_at", *CHANGED)
    close_all(case, at=at)
    record(case, Event.CLOSED, by=by, at=at)
    renew_on_queue(case, outcome="closed", at=at)
    return case


def _require_over(case: FastTrackCase, *, at: datetime) -> None:
    if at <= office_calendar(case.tenant_id).end_of_day(case.ends_on):
        raise MoveNotAllowed("The day of the end is not over; the member may still ask.")
    if case.end.questions.notice and (case.notice_given_at is None or case.notice_late):
        raise MoveNotAllowed(
            "Without a notice in time this end cannot stand. Take it back and announce a later one."
        )


def _require_not_asked_again(case: FastTrackCase, *, at: datetime) -> None:
    windows = [
        one
        for one in of_case(case.tenant_id, case.id)
        if one.purpose == ASK_AGAIN and one.closed_at is None and one.due_at >= at
    ]
    if windows and case.asked_again_at is None:
        raise MoveNotAllowed("The member may still ask the QIO to look again.")
