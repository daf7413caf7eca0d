"""Something is to be done for the member by a day."""

from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import Task
from ..steps.locking import locked
from ..steps.next_due import keep_in_step
from ..steps.tasks import new_task


@action
def add_task(case_id: UUID, what: str, due_on: date, *, by: Actor, at: datetime) -> Task:
    """Add a task, due by the end of `due_on`. Raises CareCaseNotFound, NotOpen, NotAllowed."""
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    task = new_task(case, what, due_on, by=by, at=at)
    record(case, Event.TASK_ADDED, by=by, at=at, due_on=due_on.isoformat())
    keep_in_step(case, at=at)
    return task
