"""A closed request is taken up again; the earlier decision stays on record.

A decision that is opened again gets clocks of its own, from now. What was never decided keeps its
first clocks: time that has run is not given back.
"""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks, reopening_limit
from ..domain.reopening import require_in_time
from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked
from ..steps.queues import move_to_queue
from ..steps.rounds import ROUND, begin_a_new_round
from .set_urgency import ReasonNeeded


@action
def reopen(request_id: UUID, *, why: str, by: Actor, at: datetime) -> AuthorizationRequest:
    """Take the case up again for `why`. Raises ReasonNeeded, MoveNotAllowed, TooLateToReopen.

    An approval cannot be reopened: what was authorized may not be taken back (HSC 1371.8).
    """
    by.require(Permission.PRIOR_AUTH_REOPEN)
    if not why.strip():
        raise ReasonNeeded("Say why the case is opened again.")
    request = locked(request_id, by=by)
    state = after(State(request.state), Move.REOPEN)
    limit = reopening_limit(request)
    require_in_time(limit, at=at, office=office_calendar(request.tenant_id))
    request.state = state
    if request.decided_at is not None:
        begin_a_new_round(request, begun_at=at, at=at)
        request.services.update(approved_quantity=None)
    keep(request, "state", *ROUND)
    due = keep_clocks(request, at=at) if request.line_of_business else None
    record(
        request,
        Event.REOPENED,
        by=by,
        at=at,
        why=why,
        rule=limit.rule.id if limit else "",
        due=due.due_at.isoformat() if due else "",
    )
    move_to_queue(request, outcome="reopened", at=at)
    return request
