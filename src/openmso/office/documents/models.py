"""A file that reached us or that we made: where from, when, what it is, and its hash.

The bytes lie in the data folder under their hash; a row never changes what it points to.
"""

import uuid

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant


class Document(models.Model):
    class Source(models.TextChoices):
        PORTAL = "portal", "Portal"
        FAX = "fax", "Fax"
        MAIL = "mail", "Mail"
        PHONE = "phone", "Telephone note"
        OFFICE = "office", "Written by us"

    class Scan(models.TextChoices):
        NOT_SCANNED = "not_scanned", "Not scanned for viruses"
        CLEAN = "clean", "Scanned, nothing found"
        INFECTED = "infected", "Virus found; cannot be opened"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=10, choices=Source.choices)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField(help_text="bytes")
    pages = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    scan = models.CharField(max_length=12, choices=Scan.choices, default=Scan.NOT_SCANNED)

    class Privacy:
        protected = ("title", "sha256")

    class Meta:
        db_table = "document"
        indexes = [
            models.Index(fields=["tenant", "case_id", "received_at"], name="document_of_case"),
            models.Index(fields=["tenant", "sha256"], name="document_by_hash"),
        ]
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="document_not_empty")]

    def __str__(self) -> str:
        return f"document {self.id}"
