"""A task is put on a case, by a person or by what happened."""

from datetime import date, datetime

from openmso.office.access.actor import Actor

from ..models import CareCase, Task

MOST = 300


def new_task(case: CareCase, what: str, due_on: date, *, by: Actor, at: datetime) -> Task:
    """Add a task; whoever calls records it and brings the worklist in step."""
    return Task.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        what=what[:MOST],
        due_on=due_on,
        added_at=at,
        added_by_name=by.name,
    )
