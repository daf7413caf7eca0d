"""A task leaves the list, with its outcome."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import TaskOutcome, require_words
from ..events import Event
from ..models import Task
from ..queries import CareCaseNotFound
from ..steps.locking import locked
from ..steps.next_due import keep_in_step


class TaskEnded(ValueError):
    """Somebody ended this task before."""


@action
def end_task(
    case_id: UUID,
    task_id: UUID,
    outcome: TaskOutcome,
    words: str = "",
    *,
    by: Actor,
    at: datetime,
) -> Task:
    """Say how the task ended. Raises CareCaseNotFound (also for a task of another case), NotOpen,
    NotAllowed, TaskEnded, OutcomeMissing."""
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    task = Task.objects.filter(tenant_id=case.tenant_id, case=case, id=task_id).first()
    if task is None:
        raise CareCaseNotFound("There is no such task.")
    if task.ended_at is not None:
        raise TaskEnded("Somebody ended this task already.")
    require_words(outcome, words)
    task.outcome, task.outcome_words = outcome, words
    task.ended_at, task.ended_by_name = at, by.name
    task.save(update_fields=["outcome", "outcome_words", "ended_at", "ended_by_name"])
    record(case, Event.TASK_ENDED, by=by, at=at, outcome=str(outcome))
    keep_in_step(case, at=at)
    return task
