"""An office itself as the timeline wants to see it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    id: UUID
    tenant_id: UUID
    case_kind: str = "office"

    @classmethod
    def of(cls, tenant_id: UUID) -> "OfficeLine":
        return cls(id=tenant_id, tenant_id=tenant_id)
