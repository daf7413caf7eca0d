"""A stay changes its queue together with its state, its desk and its next review."""

from datetime import datetime

from openmso.office.law import office_calendar
from openmso.office.worklists.items import leave_queue, move_item, open_item

from ..models import Admission
from ..worklist import item_text, queue_of


def first_queue(admission: Admission, *, at: datetime) -> None:
    """Put a new stay on its queue."""
    open_item(admission, queue_of(admission), item_text(admission, due_at=_due(admission)), at=at)


def to_its_queue(admission: Admission, *, outcome: str, at: datetime) -> None:
    """Leave the present queue with `outcome`; enter the one of the stay as it is now, if any."""
    queue = queue_of(admission)
    if not queue:
        leave_queue(admission, outcome, at=at)
        return
    text = item_text(admission, due_at=_due(admission))
    move_item(admission, queue, text, outcome=outcome, at=at)


def _due(admission: Admission) -> datetime:
    office = office_calendar(admission.tenant_id)
    on = admission.next_review_on or office.local(admission.notified_at).date()
    return office.end_of_day(on)
