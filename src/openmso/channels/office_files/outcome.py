"""What a load is asked to do, and what came of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant

from .faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOrder:
    """Who loads when. `on` is the office's own day of the instant `at`; with `preview` nothing is
    written."""

    by: Actor
    at: datetime
    on: date
    preview: bool = False
    progress: Callable[..., None]

    @property
    def tenant_id(self) -> UUID:
        return self.by.tenant_id


@dataclass(slots=True)
class Counted:
    """Of one kind of row: how many are added, corrected, ended, and known as they are."""

    added: int = 0
    corrected: int = 0
    ended: int = 0
    known: int = 0

    @property
    def changes(self) -> int:
        return self.added + self.corrected + self.ended


@dataclass(slots=True)
class Outcome:
    """The counts by kind, in the order of the files, or the faults that stopped the load."""

    counts: dict[str, Counted] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def counted(self, kind: str) -> Counted:
        return self.counts.setdefault(kind, Counted())

    @property
    def changes(self) -> int:
        return sum(counted.changes for counted in self.counts.values())

    def may_be_written(self, order: LoadOrder) -> bool:
        """Tell whether there is something to write and nothing that speaks against it."""
        return bool(self.changes) and not self.faults and not order.preview


@contextmanager
def one_load_at_a_time(tenant_id: UUID) -> Iterator[None]:
    """Let what is compared stay as it is until it is written: no other load of this office runs."""
    with transaction.atomic():
        # Not FOR UPDATE: that would make every request wait that names the office.
        Tenant.objects.select_for_update(no_key=True).get(id=tenant_id)
        yield
