"""A case is closed, with its outcome."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.worklists.items import leave_queue

from ..domain.states import Closing, State, require_words
from ..events import Event
from ..models import CareCase, Task
from ..steps.locking import locked


class TasksAreOpen(ValueError):
    """Nothing leaves without an outcome: each task must have one first."""


@action
def close_case(case_id: UUID, closing: Closing, words: str, *, by: Actor, at: datetime) -> CareCase:
    """Close the case; nobody follows it any longer.

    Raises CareCaseNotFound, NotOpen, NotAllowed, TasksAreOpen, OutcomeMissing.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    require_words(closing, words)
    if Task.objects.filter(tenant_id=case.tenant_id, case=case, ended_at=None).exists():
        raise TasksAreOpen("Tasks are open. Say first how each of them ended.")
    case.state, case.closing, case.closing_words, case.closed_at = State.CLOSED, closing, words, at
    case.save(update_fields=["state", "closing", "closing_words", "closed_at"])
    record(case, Event.CLOSED, by=by, at=at, outcome=str(closing))
    leave_queue(case, closing.replace("_", " "), at=at)
    return case
