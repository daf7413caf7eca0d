"""An appeal that ends without an answer leaves its queue, and nothing more is owed on it."""

from datetime import datetime

from openmso.office.timeline.deadlines import close_all

from ..domain.states import State
from ..models import Appeal
from .locking import keep
from .queues import to_its_queue


def end_without_answer(appeal: Appeal, state: State, *, at: datetime) -> None:
    """Close the appeal in `state`; `closed_why` must be set."""
    appeal.state, appeal.closed_at = state, at
    keep(appeal, "state", "closed_at", "closed_why")
    close_all(appeal, at=at)
    to_its_queue(appeal, outcome=str(state), at=at)
