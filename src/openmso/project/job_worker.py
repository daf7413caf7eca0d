"""Does the jobs, starts what the schedule asks for, and takes up what a dead worker dropped."""

import asyncio
import contextlib
from typing import Any

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

_HEARTBEAT_SECONDS = 3
_DEAD_AFTER_SECONDS = 12
_LOOK_EVERY_SECONDS = 5
_LOOKS_AN_HOUR = 3600 // _LOOK_EVERY_SECONDS
_DONE_JOBS_KEPT_HOURS = 72


def work(*, threads: int) -> None:
    """Work until SIGTERM or SIGINT; jobs in hand get 20 seconds to finish."""
    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()) as worker_app:
        asyncio.run(_work(worker_app, threads))


async def _work(worker_app: App, threads: int) -> None:
    async with worker_app.open_async():
        recovery = asyncio.create_task(_recover_and_tidy(worker_app))
        try:
            await worker_app.run_worker_async(
                concurrency=threads,
                fetch_job_polling_interval=5,
                update_heartbeat_interval=_HEARTBEAT_SECONDS,
                stalled_worker_timeout=_DEAD_AFTER_SECONDS,
                shutdown_graceful_timeout=20,
            )
        finally:
            recovery.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await recovery


async def _recover_and_tidy(worker_app: App) -> None:
    """Give back the jobs of workers that died, and forget those long done.

    The timeline is the record of what happened, not the queue.
    """
    jobs = worker_app.job_manager
    look = 0
    while True:
        # A database that is away for a moment comes back; the next look finds the same jobs.
        with contextlib.suppress(ConnectorException):
            for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=_DEAD_AFTER_SECONDS):
                await jobs.retry_job(job)
            if look % _LOOKS_AN_HOUR == 0:
                await jobs.delete_old_jobs(nb_hours=_DONE_JOBS_KEPT_HOURS)
        look += 1
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
