"""Seals, and the rows that wait for one.

A database trigger notes every new row of a ledger as waiting, in the statement that writes it; the
sealer (jobs.py) takes them from there.
"""

from django.db import models

from openmso.office.tenants.models import Tenant


class Seal(models.Model):
    """One seal. Append only, like the ledgers: a trigger refuses change and removal.

    `lines` is a list of [ledger, row id, digest]; the first one has the number `first_line`.
    """

    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    form = models.PositiveSmallIntegerField()
    first_line = models.PositiveBigIntegerField()
    last_line = models.PositiveBigIntegerField()
    lines = models.JSONField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    key_id = models.CharField(max_length=16)
    digest = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "seal"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="seal_once"),
        ]

    def __str__(self) -> str:
        return f"seal {self.number}, lines {self.first_line} to {self.last_line}"


class UnsealedRow(models.Model):
    """A row of a ledger that no seal covers yet, in the order in which rows were written."""

    # Written by a trigger beside a row that has just been checked against its office.
    tenant = models.ForeignKey(
        Tenant, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    ledger = models.CharField(max_length=40)
    row_id = models.UUIDField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "unsealed_row"

    def __str__(self) -> str:
        return f"{self.ledger} {self.row_id}, not sealed yet"
