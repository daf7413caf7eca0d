"""A followed member has left a hospital: the instructions are to be sent and followed up."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..discharges import task_about
from ..events import Event
from ..models import Task
from ..steps.locking import day_of, locked
from ..steps.next_due import keep_in_step
from ..steps.tasks import new_task


@action
def follow_discharge(case_id: UUID, stay_number: str, *, by: Actor, at: datetime) -> Task:
    """Make the discharge a task of today. Raises CareCaseNotFound, NotOpen."""
    case = locked(case_id, by=by)
    due_on = day_of(case, at)
    task = new_task(case, task_about(stay_number), due_on, by=by, at=at)
    record(case, Event.TASK_ADDED, by=by, at=at, due_on=due_on.isoformat())
    keep_in_step(case, at=at)
    return task
