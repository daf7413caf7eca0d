"""The member takes the request back: the end counts as announced."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..steps.costs import CHANGED, put_costs
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def withdraw_request(
    case_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Close the case without a decision; after a first one, that decision stays.

    Raises CaseNotFound, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    case.state = after(State(case.state), Move.WITHDRAW)
    if State(case.state) is State.WITHDRAWN:
        case.closed_at = at
        put_costs(case, decided_at=None)
    close_all(case, at=at)
    keep(case, "state", "closed_at", *CHANGED)
    record(case, Event.WITHDRAWN, by=by, at=at)
    renew_on_queue(case, outcome="withdrawn", at=at)
    return case
