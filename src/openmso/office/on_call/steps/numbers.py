"""Receipt numbers of pages and of calls: the office's day and signs of chance."""

import secrets
from datetime import datetime
from uuid import UUID

from openmso.office.tenants.queries import tenant_by_id

from ..domain.page_text import SIGNS

_LENGTH = 6


def readable_number(prefix: str, tenant_id: UUID, at: datetime) -> str:
    """Return e.g. "OC-261122-7KQ4MX"; the day is the office's own."""
    on = at.astimezone(tenant_by_id(tenant_id).zone).date()
    return f"{prefix}-{on:%y%m%d}-{''.join(secrets.choice(SIGNS) for _ in range(_LENGTH))}"
