"""A request changes its queue together with its state."""

from datetime import datetime

from openmso.office.timeline.deadlines import governing_one
from openmso.office.worklists.items import NO_RULE, leave_queue, move_item

from ..domain.deadlines import DECIDE
from ..domain.states import State
from ..models import AuthorizationRequest
from ..worklist import QUEUE_OF, item_text


def move_to_queue(request: AuthorizationRequest, *, outcome: str, at: datetime) -> None:
    """Leave the present queue with `outcome`; enter the one of the request's state, if any."""
    queue = QUEUE_OF.get(State(request.state))
    if queue is None:
        leave_queue(request, outcome, at=at)
        return
    deadline = governing_one(request, DECIDE)
    first = request.services.order_by("line").first()
    move_item(
        request,
        queue,
        item_text(
            request,
            first.description if first else "",
            due_at=deadline.due_at if deadline else request.received_at,
            due_rule=deadline.rule_id if deadline else NO_RULE,
        ),
        outcome=outcome,
        at=at,
    )
