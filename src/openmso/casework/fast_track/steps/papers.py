"""Once reasons and records are both with their readers, the QIO has everything."""

from datetime import datetime

from ..domain.clocks import due_when_sent
from ..domain.states import Move, State, after
from ..models import FastTrackCase
from .clock_keeping import start_clocks
from .locking import keep
from .queues import renew_on_queue


def after_papers(case: FastTrackCase, *, at: datetime) -> None:
    """Let the case wait for the QIO when nothing of ours is missing, else show what is."""
    given, sent = case.reasons_given_at, case.records_sent_at
    if given is not None and sent is not None and case.state == State.REASONS_DUE:
        case.state = after(State(case.state), Move.ALL_SENT)
        keep(case, "state")
        start_clocks(case, due_when_sent, max(given, sent), at=at)
    renew_on_queue(case, outcome="papers sent", at=at)
