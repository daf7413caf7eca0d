"""Putting cases on queues and taking them off: called inside the action that moves the case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.new_rows import add_rows
from openmso.office.timeline.action import Recorded, action, record

from .models import WorklistItem

NO_RULE = "no rule"
"""Stands for the rule of a row whose due time no rule gives."""


class ItemGone(LookupError):
    """The item has left the queue in the meantime."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """What a row of the list shows about a case."""

    case_number: str
    ipa_id: UUID | None
    member_name: str
    service: str
    line_of_business: str
    urgency: str
    received_at: datetime
    due_at: datetime
    due_rule: str
    note: str = ""


def open_item(case: Recorded, queue: str, text: ItemText, *, at: datetime) -> WorklistItem:
    """Put a case on a queue. A case lies on one queue at a time; use `move_item` to change it."""
    item = WorklistItem(
        tenant_id=case.tenant_id,
        queue=queue,
        case_kind=case.case_kind,
        case_id=case.id,
        opened_at=at,
        **{name: getattr(text, name) for name in ItemText.__slots__},
    )
    add_rows([item])
    return item


def refresh_item(case: Recorded, **changes: object) -> int:
    """Change what the row shows (due time, urgency, note) while the case stays on its queue."""
    return _open_items(case).update(**changes)


def leave_queue(case: Recorded, outcome: str, *, at: datetime) -> int:
    """Take the case off its queue with an outcome. Raises ValueError when none is given."""
    if not outcome:
        raise ValueError("nothing leaves a queue without an outcome")
    return _open_items(case).update(closed_at=at, outcome=outcome)


def move_item(
    case: Recorded, queue: str, text: ItemText, *, outcome: str, at: datetime
) -> WorklistItem:
    """Leave the present queue with `outcome` and enter `queue`."""
    leave_queue(case, outcome, at=at)
    return open_item(case, queue, text, at=at)


@action
def take(item_id: UUID, *, assignee: Actor | None, by: Actor, at: datetime) -> WorklistItem:
    """Give an open item to a person, or back to everybody with `assignee=None`.

    Raises ItemGone when it has left the queue.
    """
    item = (
        WorklistItem.objects.select_for_update()
        .filter(tenant_id=by.tenant_id, id=item_id, closed_at=None)
        .first()
    )
    if item is None:
        raise ItemGone("This case has left the list. Somebody has finished it.")
    item.assignee_id = assignee.id if assignee else None
    item.assignee_name = assignee.name if assignee else ""
    item.save(update_fields=["assignee_id", "assignee_name"])
    record(_Case(item), "worklist.assigned", by=by, at=at, to=item.assignee_name or "everybody")
    return item


class _Case:
    """The case an item stands for, as the timeline wants to see it."""

    def __init__(self, item: WorklistItem) -> None:
        self.case_kind = item.case_kind
        self.id = item.case_id
        self.tenant_id = item.tenant_id


def _open_items(case: Recorded) -> QuerySet[WorklistItem]:
    return WorklistItem.objects.filter(tenant_id=case.tenant_id, case_id=case.id, closed_at=None)
