"""Bodies outside the office: which one decides or helps, for which program, where, on which day."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from .models import OutsideOrganization

Purpose = OutsideOrganization.Purpose


def organizations(
    tenant_id: UUID, purpose: str, *, on: date, program: str = "", region: str = ""
) -> list[OutsideOrganization]:
    """Return the bodies in force on `on`, by program, region and name.

    Those that serve any program or region always fit; `program` or `region` leave others out.
    """
    found = OutsideOrganization.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        purpose=purpose,
        from_on__lte=on,
    )
    if program:
        found = found.filter(program__in=["", program])
    if region:
        found = found.filter(region__in=["", region])
    return list(found.order_by("program", "region", "name"))


def organization_for(
    tenant_id: UUID, purpose: str, *, on: date, program: str
) -> OutsideOrganization | None:
    """Return the body for this program, else the one for any; None when none is stored."""
    found = organizations(tenant_id, purpose, on=on, program=program)
    return max(found, key=lambda one: one.program != "", default=None)
