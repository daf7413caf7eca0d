"""The ledgers that are sealed, and which columns of a row its digest covers: all of them.

The columns are named one by one, because a digest must come out the same for ever. A ledger that
gets a new column gets a new form of seal (domain/seal.py) beside the old one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import models

from openmso.office.disclosures.models import Disclosure
from openmso.office.timeline.models import CaseEvent

from .domain.line import digest_of


@dataclass(frozen=True, slots=True)
class Ledger:
    """An append-only table. `when` is the column that dates a row for a reader."""

    model: type[models.Model]
    when: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The table's name: what seals call the ledger."""
        return self.model._meta.db_table

    def digests(self, tenant_id: UUID, row_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the digests of these rows as they are now; a row that is gone is left out."""
        rows = self.model._default_manager.filter(tenant_id=tenant_id, id__in=row_ids)
        return {row["id"]: digest_of(self.name, row) for row in rows.values(*self.columns)}


_ROW_OF_A_CASE = ("id", "tenant_id", "case_kind", "case_id")
LEDGERS = {
    ledger.name: ledger
    for ledger in (
        Ledger(
            CaseEvent,
            "recorded_at",
            (
                *_ROW_OF_A_CASE,
                "name",
                "happened_at",
                "recorded_at",
                "line",
                "actor_id",
                "actor_name",
                "actor_kind",
                "details",
            ),
        ),
        Ledger(
            Disclosure,
            "at",
            (
                *_ROW_OF_A_CASE,
                "about_member_id",
                "what",
                "purpose",
                "receiver_kind",
                "receiver_id",
                "receiver_name",
                "way",
                "at",
            ),
        ),
    )
}
