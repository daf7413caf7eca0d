"""An appeal changes its queue together with its state."""

from datetime import datetime

from openmso.office.timeline.deadlines import governing_one
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.items import NO_RULE, leave_queue, move_item, open_item, refresh_item

from ..clock_keeping import order_to_carry_out
from ..domain.clock_facts import DECIDE, PAY
from ..domain.states import State
from ..models import Appeal
from ..subject import service_of
from ..worklist import QUEUE_OF, TO_PAY, item_text, note_of


def to_its_queue(appeal: Appeal, *, outcome: str, at: datetime) -> None:
    """Enter the queue of the appeal's state; leave the present one with `outcome`.

    With an order to pay it waits, whatever its state, until the payment is shown.
    """
    order = order_to_carry_out(appeal)
    queue = TO_PAY if order else QUEUE_OF.get(State(appeal.state))
    if queue is None:
        leave_queue(appeal, outcome, at=at)
        return
    due = deadline_of(appeal, PAY if order else DECIDE)
    begun_at = order.notice_received_at if order else appeal.received_at
    text = item_text(
        appeal,
        service_of(appeal),
        due_at=due.due_at if due else begun_at,
        due_rule=due.rule_id if due else NO_RULE,
    )
    if outcome:
        move_item(appeal, queue, text, outcome=outcome, at=at)
    else:
        open_item(appeal, queue, text, at=at)


def note_on_its_row(appeal: Appeal) -> None:
    """Let the row of the list say what the appeal waits for now."""
    refresh_item(appeal, note=note_of(appeal))


def deadline_of(appeal: Appeal, purpose: str = DECIDE) -> Deadline | None:
    """Return the governing due time of a duty as it is stored, open or not; else of the answer."""
    return governing_one(appeal, purpose)
