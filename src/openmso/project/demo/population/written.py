"""What was written for one invented office, for whoever invents its cases and sign-ins next."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from openmso.office.tenants.models import Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPractice:
    """A practice; `ipa` is the key of the IPA whose network it serves first."""

    id: UUID
    name: str
    ipa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPractitioner:
    id: UUID
    npi: str
    name: str
    specialty_code: str
    primary_care: bool
    practice_id: UUID
    ipas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMember:
    """A member with the plan, IPA and first day of the last coverage we learned of.

    `until_on` is the first day without it, as we know now; None leaves it open.
    """

    id: UUID
    serial: int
    key: str
    plan: str
    ipa: str
    from_on: date
    until_on: date | None


@dataclass(slots=True, kw_only=True)
class DemoRoster:
    """One office's roster by the names the stories use. `cast` has members by their key."""

    tenant: Tenant
    plan_ids: dict[str, UUID]
    ipa_ids: dict[str, UUID]
    practices: list[WrittenPractice] = field(default_factory=list)
    practitioners: list[WrittenPractitioner] = field(default_factory=list)
    members: list[WrittenMember] = field(default_factory=list)

    @property
    def cast(self) -> dict[str, WrittenMember]:
        return {member.key: member for member in self.members if member.key}
