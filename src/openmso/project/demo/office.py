"""The two invented offices, one tenant each, opened the way a real one is."""

from datetime import datetime
from typing import Any

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.new_office import NewOffice
from openmso.office.tenants.whose_rows import of_tenant
from openmso.roster.plans.actions.open_office import open_office

from .population.contracts import AZ_OFFICE, LA_OFFICE


def open_los_angeles(*, at: datetime) -> Tenant:
    """Open the management organization; its IPAs come with the contracts."""
    return _open(LA_OFFICE, at)


def open_arizona(*, at: datetime) -> Tenant:
    """Open the medical group in Arizona: another tenant, of which the first sees nothing."""
    return _open(AZ_OFFICE, at)


def _open(facts: dict[str, Any], at: datetime) -> Tenant:
    office = NewOffice(**facts)
    with of_tenant(office.id):
        return open_office(office, by=Actor.system("demo", office.id), at=at)
