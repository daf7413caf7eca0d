"""The plan's responsibility ends, in one of the four ways there are."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.request import NotPossible
from ..domain.responsibility import EndReason
from ..domain.states import Move, State, after
from ..events import Event
from ..models import PostStabilization
from ..steps.answering import require_identified
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue


@action
def end_responsibility(
    case_id: UUID, reason: EndReason, *, happened_at: datetime, by: Actor, at: datetime
) -> PostStabilization:
    """Record that it ended at `happened_at`, and why.

    Raises MoveNotAllowed, NotIdentified, CaseNotFound, NotAllowed; NotPossible for a time in the
    future or before the responsibility began.
    """
    by.require(Permission.POST_STABILIZATION_FOLLOW)
    case = locked(case_id, by=by)
    state = after(State(case.state), Move.END)
    require_identified(case)
    begun = case.responsible_from
    if happened_at > at:
        raise NotPossible({"happened_at": "It cannot have ended in the future."})
    # People write minutes: the minute in which it began may be the one in which it ended.
    if begun is not None and happened_at < begun.replace(second=0, microsecond=0):
        raise NotPossible({"happened_at": "It cannot have ended before it began."})
    case.state, case.responsible_until, case.end_reason = state, happened_at, reason
    keep(case, "state", "responsible_until", "end_reason")
    record(case, Event.ENDED, by=by, at=at, happened_at=happened_at, reason=str(reason))
    to_its_queue(case, None, outcome=reason.replace("_", " ")[:40], at=at)
    return case
