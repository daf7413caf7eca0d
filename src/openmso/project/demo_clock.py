"""Pushes a demo's clock forward and lets what came due happen."""

from datetime import datetime, timedelta

from django.conf import settings
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from openmso.office import clock
from openmso.project.refusal import Refusal


def push(by: timedelta) -> datetime:
    """Advance the demo's clock by `by` and order everything the schedule would look for.

    Returns the clock's new time, in UTC. Raises `Refusal` outside a demo office.
    """
    if not hasattr(settings, "DEMO_DATA_DIR"):
        raise Refusal("Only a demo office has a clock that can be pushed.")
    now = clock.advance(by)
    for scheduled in app.periodic_registry.periodic_tasks.values():
        try:
            scheduled.task.defer(timestamp=int(now.timestamp()))
        except AlreadyEnqueued:
            continue  # it waits to run already, and will read the new time
    return now
