"""An appeal changes its queue together with its state."""

from datetime import datetime

from openmso.office.timeline.models import Deadline
from openmso.office.worklists.items import leave_queue, move_item, open_item, refresh_item

from ..domain.deadlines import DECIDE
from ..domain.states import State
from ..models import Appeal
from ..worklist import NO_RULE, QUEUE_OF, item_text, note_of


def to_its_queue(appeal: Appeal, *, outcome: str, at: datetime) -> None:
    """Enter the queue of the appeal's state; leave the present one with `outcome`."""
    queue = QUEUE_OF.get(State(appeal.state))
    if queue is None:
        leave_queue(appeal, outcome, at=at)
        return
    first = appeal.request.services.order_by("line").first()
    due = deadline_of(appeal)
    text = item_text(
        appeal,
        first.description if first else "",
        due_at=due.due_at if due else appeal.received_at,
        due_rule=due.rule_id if due else NO_RULE,
    )
    if outcome:
        move_item(appeal, queue, text, outcome=outcome, at=at)
    else:
        open_item(appeal, queue, text, at=at)


def note_on_its_row(appeal: Appeal) -> None:
    """Let the row of the list say what the appeal waits for now."""
    refresh_item(appeal, note=note_of(appeal))


def deadline_of(appeal: Appeal) -> Deadline | None:
    """Return the governing due time of the answer as it is stored, open or not."""
    return Deadline.objects.filter(
        tenant_id=appeal.tenant_id, case_id=appeal.id, purpose=DECIDE, governs=True
    ).first()
