"""The one durable queue, riding on PostgreSQL. The only module that knows the queue library.

A job is ordered inside the transaction of the change that needs it and runs after commit, at least
once: every job must be safe to run twice. Its arguments are ids, never anything about a person.
A job that is given a `tenant_id` sees that office's rows and no others; one without, and what the
schedule starts, sees every office's. A job that fails is tried again with growing pauses and then
lies on the shelf that an office administrator reads.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from openmso.office.new_rows import write_after_rows
from openmso.office.tenants.whose_rows import of_every_office, of_tenant

Work = Callable[..., None]
TRIES = RetryStrategy(max_attempts=6, exponential_wait=4)

_ordering = ContextVar("whether jobs are ordered", default=True)
_subscribers: dict[str, list[Work]] = defaultdict(list)


def job(name: str, *, queue: str = "default") -> Callable[[Work], Work]:
    """Declare a job under a name that is never reused; call `enqueue` to order it."""

    def declare(work: Work) -> Work:
        vars(work)["job_name"] = name

        @wraps(work)
        def run(**ids: Any) -> None:
            with _office_of(ids, name):
                work(**ids)

        app.task(name=name, queue=queue, retry=TRIES)(run)
        return work

    return declare


def every(cron: str, name: str) -> Callable[[Work], Work]:
    """Declare work that the schedule starts; `cron` has five fields, or six with seconds last."""

    def declare(work: Work) -> Work:
        @wraps(work)
        def run(timestamp: int) -> None:
            del timestamp  # the schedule's own time; work asks the office's clock
            with of_every_office(name):
                work()

        task = app.task(name=name, queue="schedule", queueing_lock=name)(run)
        app.periodic(cron=cron)(task)
        return work

    return declare


def when(*event_names: str) -> Callable[[Work], Work]:
    """Subscribe a job to events of the timeline: called with tenant_id, case_kind, case_id,
    event_id (all text). One event may have several readers; each is a job of its own."""

    def declare(work: Work) -> Work:
        declared = job(f"{work.__module__.removeprefix('openmso.')}.{work.__name__}")(work)
        for event_name in event_names:
            _subscribers[event_name].append(declared)
        return declared

    return declare


def subscribers_of(event_name: str) -> tuple[Work, ...]:
    """Return the jobs that want to hear of this event."""
    return tuple(_subscribers.get(event_name, ()))


def enqueue(work: Work | str, *, lock: str | None = None, **ids: str | int | UUID | None) -> None:
    """Order a job in the current transaction, by its function or, from below it, by its name.

    Jobs with the same `lock` run one after another.
    """
    if not _ordering.get():
        return
    arguments: dict[str, Any] = {
        name: str(value) if isinstance(value, UUID) else value for name, value in ids.items()
    }
    name = work if isinstance(work, str) else vars(work)["job_name"]
    write_after_rows(_order, app.configure_task(name, lock=lock).make_new_job(**arguments))


def _order(jobs: list[Job]) -> None:
    app.job_manager.batch_defer_jobs(jobs)


def _office_of(ids: dict[str, Any], name: str) -> AbstractContextManager[None]:
    tenant_id = ids.get("tenant_id")
    return of_tenant(UUID(tenant_id)) if tenant_id else of_every_office(name)


@contextmanager
def nothing_for_later() -> Iterator[None]:
    """Order no jobs in this block: for writing down a history whose consequences are told with it.

    A job ordered for a case of last spring would otherwise run now. Holds for this thread (or
    task) only.
    """
    token = _ordering.set(False)
    try:
        yield
    finally:
        _ordering.reset(token)
