"""Who is asking or acting: carried as an argument through every action and query."""

from dataclasses import dataclass, field
from uuid import UUID

from .permissions import Permission


class NotAllowed(PermissionError):
    """This person may not do this. The sentence is written for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A signed-in person, or a named part of the system that acts by itself.

    `ipa_ids` empty means all IPAs of the tenant; `practice_id` and `member_id` narrow the view of
    people who work for a practice or look at their own record.
    """

    id: UUID | None
    name: str
    tenant_id: UUID
    kind: str = "person"
    roles: frozenset[str] = frozenset()
    permissions: frozenset[Permission] = field(default=frozenset(), repr=False)
    practice_id: UUID | None = None
    member_id: UUID | None = None
    ipa_ids: frozenset[UUID] = frozenset()

    @classmethod
    def system(cls, name: str, tenant_id: UUID) -> "Actor":
        """A named part of the house at work for one tenant. It holds no permission to decide."""
        return cls(id=None, name=name, tenant_id=tenant_id, kind="system")

    @property
    def is_person(self) -> bool:
        return self.kind == "person"

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Raise NotAllowed unless this person holds `permission`."""
        if not self.may(permission):
            raise NotAllowed(f"{self.name} may not do this ({permission}).")
