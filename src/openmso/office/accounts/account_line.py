"""An account as the timeline wants to see it."""

from dataclasses import dataclass
from uuid import UUID

from openmso.office.access.models import Account

KIND = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    id: UUID
    tenant_id: UUID
    case_kind: str = KIND

    @classmethod
    def of(cls, account: Account) -> "AccountLine":
        return cls(id=account.id, tenant_id=account.tenant_id)
