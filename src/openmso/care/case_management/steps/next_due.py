"""The row of a case on the worklist kept in step: what is due next, by the end of which day."""

from datetime import datetime

from openmso.office.law import office_calendar
from openmso.office.worklists.items import open_item, refresh_item

from ..domain.daily_status import next_day_to_tell
from ..domain.due import DueNext, due_next
from ..models import CareCase, Task
from ..queries import days_told
from ..worklist import CARE, item_text, note_of, service_of
from .locking import day_of


def put_on_list(case: CareCase, *, at: datetime) -> None:
    """Put a new case on the case managers' queue, with whoever follows it."""
    due = _due(case, at)
    open_item(case, CARE, item_text(case, due, due_at=_end(case, due)), at=at)
    refresh_item(case, assignee_id=case.manager_id, assignee_name=case.manager_name)


def keep_in_step(case: CareCase, *, at: datetime) -> None:
    """Work out anew what the case waits for, after anything in it changed."""
    due = _due(case, at)
    refresh_item(
        case,
        due_at=_end(case, due),
        note=note_of(due),
        service=service_of(case),
        assignee_id=case.manager_id,
        assignee_name=case.manager_name,
    )


def _due(case: CareCase, at: datetime) -> DueNext:
    on = day_of(case, at)
    tasks = Task.objects.filter(tenant_id=case.tenant_id, case=case, ended_at=None)
    status_on = None
    if case.flag is not None and case.flag.stands(on):
        status_on = next_day_to_tell(watched_from=case.flag.from_on, told=days_told(case), today=on)
    return due_next(tasks=tasks.values_list("due_on", flat=True), status_on=status_on, today=on)


def _end(case: CareCase, due: DueNext) -> datetime:
    return office_calendar(case.tenant_id).end_of_day(due.on)
