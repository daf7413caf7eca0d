"""A request changes its queue together with its state."""

from datetime import datetime

from openmso.office.timeline.models import Deadline
from openmso.office.worklists.items import leave_queue, move_item

from ..domain.states import State
from ..models import AuthorizationRequest
from ..worklist import QUEUE_OF, item_text


def move_to_queue(request: AuthorizationRequest, *, outcome: str, at: datetime) -> None:
    """Leave the present queue with `outcome`; enter the one of the request's state, if any."""
    queue = QUEUE_OF.get(State(request.state))
    if queue is None:
        leave_queue(request, outcome, at=at)
        return
    deadline = Deadline.objects.filter(
        tenant_id=request.tenant_id, case_id=request.id, purpose="decide", governs=True
    ).first()
    first = request.services.order_by("line").first()
    move_item(
        request,
        queue,
        item_text(
            request,
            first.description if first else "",
            due_at=deadline.due_at if deadline else request.received_at,
            due_rule=deadline.rule_id if deadline else "no rule",
        ),
        outcome=outcome,
        at=at,
    )
