"""The facts that decide who may work on a grievance."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.queries import reporting_lines
from openmso.office.access.credentials import clinical_licences
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.models import CaseEvent

from ..domain.types import FastGround
from ..domain.who_may import Matter, Worker, require_worker, why_not
from ..models import Grievance


def require_may_work(grievance: Grievance, account: Account, *, at: datetime) -> None:
    """Raise MayNotWorkOnIt with every reason. At most three queries."""
    [worker] = _workers(grievance, [account], at)
    require_worker(worker, matter_of(grievance), reporting_lines(grievance.tenant_id))


def who_may_work(grievance: Grievance, accounts: list[Account], *, at: datetime) -> list[Account]:
    """Return those of `accounts` who may work on it. At most three queries."""
    matter, lines = matter_of(grievance), reporting_lines(grievance.tenant_id)
    fit = {one.id for one in _workers(grievance, accounts, at) if not why_not(one, matter, lines)}
    return [account for account in accounts if account.id in fit]


def matter_of(grievance: Grievance) -> Matter:
    """Gather what the grievance demands of whoever works on it."""
    return Matter(
        state=tenant_by_id(grievance.tenant_id).state,
        clinical=grievance.clinical or grievance.quality_of_care,
        about=grievance.about_account_id,
        took_part=_took_part(grievance),
    )


def _workers(grievance: Grievance, accounts: list[Account], at: datetime) -> list[Worker]:
    on = office_calendar(grievance.tenant_id).local(at).date()
    licensed = clinical_licences(grievance.tenant_id, [one.id for one in accounts], on=on)
    return [
        Worker(
            id=account.id,
            may_work=account.as_actor().may(Permission.GRIEVANCE_WORK),
            licensed_in=licensed.get(account.id, frozenset()),
        )
        for account in accounts
    ]


def _took_part(grievance: Grievance) -> frozenset[UUID]:
    """Return who worked on the request, where the grievance is about how that was done."""
    if grievance.request_id is None or grievance.fast_ground != FastGround.OUR_TIME:
        return frozenset()
    events = CaseEvent.objects.filter(
        tenant_id=grievance.tenant_id, case_id=grievance.request_id
    ).order_by()
    people = events.values_list("actor_id", flat=True).distinct()
    return frozenset(one for one in people if one is not None)
