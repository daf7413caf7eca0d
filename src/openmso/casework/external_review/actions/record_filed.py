"""The member's application has gone to the regulator."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..domain.clocks import due_when_filed
from ..domain.forum import Forum
from ..domain.packet import Kind, Step
from ..domain.ruling import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import ExternalReview, PacketPaper
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue
from ..steps.who_may import require_own_or_desk


@action
def record_filed(
    review_id: UUID,
    *,
    filed_at: datetime,
    way: str,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> ExternalReview:
    """Keep when and by which way the application went; the regulator's own time is shown from then.

    The member may say so as well as we. Raises MoveNotAllowed, NotPossible for a time to come,
    ReviewNotFound, ChangedMeanwhile, NotAllowed.
    """
    require_own_or_desk(by)
    if filed_at > at:
        raise NotPossible("This time has not come yet.")
    case = locked(review_id, by=by, version=version)
    case.state = after(State(case.state), Move.FILE, forum=Forum(case.forum))
    case.filed_at = filed_at
    keep(case, "state", "filed_at")
    PacketPaper.objects.filter(
        tenant_id=case.tenant_id, review_id=case.id, kind=Kind.APPLICATION
    ).update(step=Step.RECEIVED, received_at=at)
    record(case, Event.FILED, by=by, at=at, happened_at=filed_at, way=way)
    start_clocks(case, due_when_filed, filed_at, at=at)
    renew_on_queue(case, outcome="filed", at=at)
    return case
