"""A case stays on the one queue of outside reviews while somebody of ours has work with it."""

from datetime import datetime

from openmso.office.worklists.items import NO_RULE, leave_queue, move_item, open_item, refresh_item

from ..domain.states import AT_WORK, State
from ..models import ExternalReview
from ..worklist import OUTSIDE_REVIEW, item_text
from .clock_keeping import next_due


def put_on_queue(case: ExternalReview, *, at: datetime) -> None:
    """Let a new case appear on the queue."""
    due = next_due(case)
    text = item_text(
        case,
        due_at=due.due_at if due else case.recorded_at,
        due_rule=due.rule_id if due else NO_RULE,
    )
    open_item(case, OUTSIDE_REVIEW, text, at=at)


def renew_on_queue(case: ExternalReview, *, outcome: str, at: datetime) -> None:
    """Show the new state and due time; leave with `outcome` when nothing is left to do."""
    if State(case.state) not in AT_WORK:
        leave_queue(case, outcome, at=at)
        return
    due = next_due(case)
    text = item_text(
        case,
        due_at=due.due_at if due else at,
        due_rule=due.rule_id if due else NO_RULE,
    )
    if not refresh_item(
        case, due_at=text.due_at, due_rule=text.due_rule, note=text.note, urgency=text.urgency
    ):
        move_item(case, OUTSIDE_REVIEW, text, outcome=outcome, at=at)
