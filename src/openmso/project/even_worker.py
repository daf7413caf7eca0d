"""A worker of the web server that leaves new connections to a colleague who has less to do.

The server's own workers all reach for a new connection at once, and one of them often gets most of
what a browser opens together: with eight connections and two workers, six or more went to one of
them in half of all trials, and the pages took twice as long while the other worker stood idle.
"""

import time
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

_SECONDS_FOR_EACH = 0.0005
_LONGEST_SECONDS = 0.004


def holds_back(at_work: int) -> float:
    """Return for how many seconds a worker with so many requests at work leaves it to others.

    A worker without any takes the connection at once.
    """
    return min(at_work * _SECONDS_FOR_EACH, _LONGEST_SECONDS)


class EvenWorker(ThreadWorker):
    """`processor` is the one this worker keeps to, if any (own_processor.py)."""

    processor: int | None = None

    def accept(self, listener: Any) -> None:
        """Take a new connection, if after a moment nobody else has."""
        resting = len(self.keepalived_conns) + len(self.pending_conns)
        time.sleep(holds_back(self.nr_conns - resting))
        super().accept(listener)
