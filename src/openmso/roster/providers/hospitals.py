"""Finding the hospital that asks: by its number with us, or by its NPI."""

from uuid import UUID

from openmso.standards.typed_text import code_form

from .models import Hospital


def hospital_numbered(tenant_id: UUID, number: str) -> Hospital | None:
    """Return the hospital that has this number on our page; None for any other text."""
    plain = code_form(number)
    if not plain:
        return None
    return Hospital.objects.filter(tenant_id=tenant_id, number=plain).first()


def hospital_with_npi(tenant_id: UUID, npi: str) -> Hospital | None:
    """Return the hospital with this NPI, with a contract or without one."""
    if not npi:
        return None
    return Hospital.objects.filter(tenant_id=tenant_id, npi=npi).first()


def hospitals_of(tenant_id: UUID) -> list[Hospital]:
    """Return the hospitals this office knows, by name."""
    return list(Hospital.objects.filter(tenant_id=tenant_id).order_by("name", "id"))
