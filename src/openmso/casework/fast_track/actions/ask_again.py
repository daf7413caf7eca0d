"""The member asks the QIO to look again at an end that it let stand."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clocks import ASK_AGAIN, due_when_asked_again
from ..domain.notice import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def ask_again(
    case_id: UUID, *, asked_at: datetime, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Keep that it was asked; whether it came in time is the QIO's to say.

    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    state = after(State(case.state), Move.ASK_AGAIN)
    if case.decided_at is None or not case.decided_at < asked_at <= at:
        raise NotPossible("It was asked again after its decision, and before now.")
    case.state, case.asked_again_at = state, asked_at
    keep(case, "state", "asked_again_at")
    meet(case, ASK_AGAIN, at=asked_at)
    start_clocks(case, due_when_asked_again, asked_at, at=at)
    record(case, Event.ASKED_AGAIN, by=by, at=at, happened_at=asked_at)
    renew_on_queue(case, outcome="asked again", at=at)
    return case
