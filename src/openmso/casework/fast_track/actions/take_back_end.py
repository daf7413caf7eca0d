"""The end is taken back: the care goes on, and a later end needs a notice of its own."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.notice import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def take_back_end(
    case_id: UUID, *, why: str, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Close the case for the member; nothing is owed for care after the day on the notice.

    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if not why.strip():
        raise NotPossible("Say why the care goes on.")
    case = locked(case_id, by=by, version=version)
    case.state = after(State(case.state), Move.TAKE_BACK)
    case.closed_at, case.closed_why = at, why.strip()[:300]
    case.covered_until, case.covered_rule = None, ""
    keep(case, "state", "closed_at", "closed_why", "covered_until", "covered_rule")
    close_all(case, at=at)
    record(case, Event.TAKEN_BACK, by=by, at=at, why=case.closed_why)
    renew_on_queue(case, outcome="care goes on", at=at)
    return case
