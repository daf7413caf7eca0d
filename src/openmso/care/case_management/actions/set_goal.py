"""A goal is set, by the member or with them; and later reached or given up."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.states import GoalState
from ..events import Event
from ..models import Goal
from ..queries import CareCaseNotFound
from ..steps.locking import locked
from ..steps.member_says import require_say


class GoalSettled(ValueError):
    """Somebody said before how this goal ended."""


@action
def set_goal(case_id: UUID, words: str, *, language: str = "en", by: Actor, at: datetime) -> Goal:
    """Keep a goal in the words of whoever says it. Raises CareCaseNotFound, NotOpen, NotAllowed."""
    by_member = require_say(by)
    case = locked(case_id, by=by)
    goal = Goal.objects.create(
        tenant_id=case.tenant_id,
        case=case,
        words=words,
        language=language,
        by_member=by_member,
        by_name=by.name,
        set_at=at,
    )
    record(case, Event.GOAL_SET, by=by, at=at, by_member=by_member)
    return goal


@action
def settle_goal(case_id: UUID, goal_id: UUID, state: GoalState, *, by: Actor, at: datetime) -> Goal:
    """Say that a goal was reached or given up. Raises CareCaseNotFound (also for a goal of another
    case), NotOpen, NotAllowed, GoalSettled."""
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    goal = Goal.objects.filter(tenant_id=case.tenant_id, case=case, id=goal_id).first()
    if goal is None:
        raise CareCaseNotFound("There is no such goal.")
    if goal.state != GoalState.OPEN or state is GoalState.OPEN:
        raise GoalSettled("This goal has ended already.")
    goal.state, goal.settled_at = state, at
    goal.save(update_fields=["state", "settled_at"])
    record(case, Event.GOAL_SETTLED, by=by, at=at, outcome=str(state))
    return goal
