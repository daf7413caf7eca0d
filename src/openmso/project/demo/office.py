"""The two invented offices, one tenant each."""

from typing import Any

from openmso.office.tenants.models import Tenant

from .population.contracts import AZ_OFFICE, LA_OFFICE


def open_los_angeles() -> Tenant:
    """Write the management organization with its three IPAs."""
    return _open(LA_OFFICE)


def open_arizona() -> Tenant:
    """Write the medical group in Arizona: another tenant, of which the first sees nothing."""
    return _open(AZ_OFFICE)


def _open(office: dict[str, Any]) -> Tenant:
    return Tenant.objects.create(**office)
