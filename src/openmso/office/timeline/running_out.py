"""Duties whose time has fully passed: found in every office, and carried out once each."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import Work, enqueue
from openmso.office.tenants.models import Tenant

from .deadlines import is_overdue, overdue

CLOCK = "Clock"
_AT_ONCE = 200


class CarriesOut(Protocol):
    """Does to one case what the law makes of silence; safe to run twice."""

    def __call__(self, case_id: UUID, /, *, by: Actor, at: datetime) -> object: ...


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


def carry_out_if_overdue(
    tenant_id: str, case_id: str, *purposes: str, carry_out: CarriesOut, at: datetime
) -> None:
    """Carry out what silence means, if one of these duties of the case is overdue; for a job."""
    tenant, case = UUID(tenant_id), UUID(case_id)
    if any(is_overdue(tenant, case, purpose, at=at) for purpose in purposes):
        carry_out(case, by=Actor.system(CLOCK, tenant), at=at)


def carry_out_overdue(tenant_id: UUID, purpose: str, carry_out: CarriesOut, *, at: datetime) -> int:
    """Carry out everything that is overdue at `at`, oldest first; return how much it was."""
    by, done = Actor.system(CLOCK, tenant_id), 0
    while found := overdue(tenant_id, purpose, at=at, limit=_AT_ONCE):
        for deadline in found:
            carry_out(deadline.case_id, by=by, at=at)
            done += 1
    return done
