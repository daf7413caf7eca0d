"""A claim that was not paid, as its notice says: number, day of the care and amount are enough."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Basis(StrEnum):
    """Why it was not paid; the values are the remedy table's."""

    MEDICAL_NECESSITY = "MEDICAL-NECESSITY"
    NOT_COVERED = "NOT-COVERED"
    EMERGENCY_PAYMENT = "EMERGENCY-PAYMENT"


class PayTo(StrEnum):
    PROVIDER = "provider"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Days are the office's; `amount`, in dollars, is what was refused; `told_on` the day of the
    notice. `plan_id` None: the plan that pays first on the day of the care. `decided_by_id`:
    whoever of this office said no, None: nobody here did."""

    member_id: UUID
    number: str
    served_on: date
    amount: Decimal
    service: str
    provider_name: str
    told_on: date
    basis: Basis
    plan_id: UUID | None = None
    decided_by_id: UUID | None = None

    def parts(self) -> tuple[str, ...]:
        """Return what tells this claim from another one."""
        days = (self.served_on.isoformat(), self.told_on.isoformat())
        who = (str(self.member_id), str(self.plan_id), str(self.decided_by_id))
        return (*who, self.number, *days, str(self.amount), self.service, self.provider_name)
