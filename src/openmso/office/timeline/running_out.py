"""Duties whose time has fully passed: found in every office, and carried out once each."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import Work, enqueue
from openmso.office.tenants.models import Tenant

from .deadlines import overdue

CLOCK = "Clock"
_AT_ONCE = 200

# What the law makes of silence: done to one case by `by`, at `at`.
CarriedOut = Callable[[UUID, Actor, datetime], object]


def order_for_overdue(work: Work, purpose: str, *, case_is: str, at: datetime) -> None:
    """Order `work` for each case whose time for `purpose` has passed, the oldest of each office.

    The job gets `tenant_id` and the case under the name `case_is`; jobs of one case run one after
    another.
    """
    for tenant in Tenant.objects.order_by("key"):
        for deadline in overdue(tenant.id, purpose, at=at, limit=_AT_ONCE):
            enqueue(
                work,
                lock=str(deadline.case_id),
                tenant_id=tenant.id,
                **{case_is: deadline.case_id},
            )


def carry_out_overdue(tenant_id: UUID, purpose: str, carry_out: CarriedOut, *, at: datetime) -> int:
    """Carry out everything that is overdue at `at`, oldest first; return how much it was."""
    by, done = Actor.system(CLOCK, tenant_id), 0
    while found := overdue(tenant_id, purpose, at=at, limit=_AT_ONCE):
        for deadline in found:
            carry_out(deadline.case_id, by, at)
            done += 1
    return done
