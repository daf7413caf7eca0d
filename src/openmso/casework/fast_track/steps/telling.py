"""The QIO told us that it was asked: the time of our papers begins."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record
from openmso.office.timeline.deadlines import close_all, meet

from ..domain.clocks import ASK_QIO, due_when_told
from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from .clock_keeping import start_clocks
from .locking import keep
from .queues import renew_on_queue


def be_told(
    case: FastTrackCase, told_at: datetime, *, reference: str = "", by: Actor, at: datetime
) -> FastTrackCase:
    """Keep when we were told and start the clocks of reasons and records. Raises MoveNotAllowed."""
    before = State(case.state)
    case.state = after(before, Move.BE_TOLD)
    if before is State.WITH_PLAN:
        # The QIO hears it after all; the plan's own answer is not owed any more.
        close_all(case, at=at)
    case.told_at, case.qio_reference = told_at, reference.strip()
    keep(case, "state", "told_at", "qio_reference")
    meet(case, ASK_QIO, at=told_at)
    record(case, Event.TOLD, by=by, at=at, happened_at=told_at, reference=case.qio_reference)
    start_clocks(case, due_when_told, told_at, at=at)
    renew_on_queue(case, outcome="told by the QIO", at=at)
    return case
