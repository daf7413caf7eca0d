"""While the invented year is written, nothing is ordered for later: its consequences are told too.

A job ordered by a case of last spring would otherwise run at the demo's first minute.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from procrastinate.contrib.django import app
from procrastinate.testing import InMemoryConnector


class _Forgetting(InMemoryConnector):
    """Takes every order and keeps none."""

    def defer_jobs_all(self, jobs: list[Any]) -> list[dict[str, Any]]:
        made = super().defer_jobs_all(jobs)
        self.jobs.clear()
        return made


@contextmanager
def nothing_for_later() -> Iterator[None]:
    """Forget every job ordered while the block runs. One block at a time, in one thread."""
    with app.replace_connector(_Forgetting()):
        yield
