"""A grievance enters its queue when it opens and leaves it with an outcome."""

from datetime import datetime

from openmso.office.timeline.deadlines import governing_one
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.items import NO_RULE, leave_queue, open_item, refresh_item

from ..domain.deadlines import ANSWER
from ..models import Grievance
from ..worklist import item_text, note_of, queue_of


def enter_queue(grievance: Grievance, *, at: datetime) -> None:
    """Put an open grievance on its queue with the due time that is stored."""
    due = deadline_of(grievance)
    text = item_text(
        grievance,
        due_at=due.due_at if due else grievance.begun_at,
        due_rule=due.rule_id if due else NO_RULE,
    )
    open_item(grievance, queue_of(grievance), text, at=at)


def off_its_queue(grievance: Grievance, *, at: datetime) -> None:
    """Leave the queue; the outcome is the state."""
    leave_queue(grievance, str(grievance.state), at=at)


def note_on_its_row(grievance: Grievance) -> None:
    """Let the row of the list say what the grievance waits for now, and who has it."""
    handler = grievance.handler
    refresh_item(
        grievance,
        note=note_of(grievance),
        assignee_id=handler.id if handler else None,
        assignee_name=handler.name if handler else "",
    )


def deadline_of(grievance: Grievance) -> Deadline | None:
    """Return the governing due time of the answer as it is stored, open or not."""
    return governing_one(grievance, ANSWER)
