"""A case changes its queue together with its state."""

from datetime import datetime

from openmso.office.timeline.models import Deadline
from openmso.office.worklists.items import NO_RULE, leave_queue, move_item

from ..domain.states import State
from ..models import PostStabilization
from ..worklist import QUEUE_OF, item_text


def to_its_queue(
    case: PostStabilization, deadline: Deadline | None, *, outcome: str, at: datetime
) -> None:
    """Leave the present queue with `outcome`; enter the one of the case's state, if any."""
    queue = QUEUE_OF.get(State(case.state))
    if queue is None:
        leave_queue(case, outcome, at=at)
        return
    text = item_text(
        case,
        due_at=deadline.due_at if deadline else case.asked_at or case.recorded_at,
        due_rule=deadline.rule_id if deadline else NO_RULE,
    )
    move_item(case, queue, text, outcome=outcome, at=at)
