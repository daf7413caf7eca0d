"""How other floors ask for somebody on call.

    page_on_call(case, DutyRole.NURSE, reason="…", by=actor, at=at)

What follows stands on the case's own timeline (`events.PAGED`, `ACKNOWLEDGED`, `UNANSWERED`).
"""

from contextlib import suppress
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import Recorded

from .actions.acknowledge import AlreadyAcknowledged, acknowledge_by_answering
from .actions.page import page
from .domain.duty_role import DutyRole
from .pages import open_pages_about


def page_on_call(
    case: Recorded,
    role: DutyRole,
    *,
    reason: str,
    by: Actor,
    at: datetime,
    number: str = "",
) -> None:
    """Page whoever is on duty for `role` at `at`; nobody on duty is recorded and shown as well.

    `reason` is read by the one on call after signing in and is never sent. `number` is the receipt
    number of the case, if people know it by one; it is sent, so it must name nobody. While a page
    for the same case and role waits, or for the same `at`, asking again starts no second one: a
    job may ask twice. Works alone, and as a part of another action.
    """
    page(case, role, reason=reason, by=by, at=at, number=number)


def end_pages(case: Recorded, *, by: Actor, at: datetime) -> int:
    """End every page about `case` that nobody has acknowledged yet; return how many there were.

    For a case kind whose case was answered: the next in line is not woken for it any more. Counts
    as acknowledged by `by`, and takes the page off the supervisor's list.
    """
    ended = 0
    for page_id in open_pages_about(case.tenant_id, case.id):
        with suppress(AlreadyAcknowledged):  # in this very moment, by whoever was called
            acknowledge_by_answering(page_id, by=by, at=at)
            ended += 1
    return ended
