"""Which office is meant. Offices change a few times a year and are read on every request."""

from functools import lru_cache
from uuid import UUID

from .models import Tenant


@lru_cache(maxsize=256)
def tenant_by_id(tenant_id: UUID) -> Tenant:
    """Return the office; raises Tenant.DoesNotExist. Cached for the life of the process."""
    return Tenant.objects.get(id=tenant_id)
