"""A file that reached us or that we made: where from, when, what it is, and its hash.

The bytes lie in the data folder under their hash; a row never changes what it points to.
"""

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class Document(models.Model):
    class Source(models.TextChoices):
        PORTAL = "portal", "Portal"
        FAX = "fax", "Fax"
        MAIL = "mail", "Mail"
        EMAIL = "email", "E-mail"
        MEMBER = "member", "Member portal"
        PHONE = "phone", "Telephone note"
        OFFICE = "office", "Written by us"

    class Scan(models.TextChoices):
        NOT_SCANNED = "not_scanned", "Not scanned for viruses"
        WAITING = "waiting", "Waiting for the virus scan; cannot be opened yet"
        CLEAN = "clean", "Scanned, nothing found"
        INFECTED = "infected", "Virus found; cannot be opened"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=10, choices=Source.choices)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField(help_text="bytes")
    pages = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    arrived_as = models.CharField(
        max_length=64, blank=True, help_text="hash of the whole file this is a part of"
    )
    arrived_pages = models.CharField(
        max_length=200, blank=True, help_text="which of its pages, such as 1-3, 5"
    )
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    scan = models.CharField(max_length=12, choices=Scan.choices, default=Scan.NOT_SCANNED)

    class Privacy:
        protected = ("title", "sha256", "arrived_as")

    class Meta:
        db_table = "document"
        indexes = [
            models.Index(fields=["tenant", "case_id", "received_at"], name="document_of_case"),
            models.Index(fields=["tenant", "sha256"], name="document_by_hash"),
            models.Index(
                fields=["scan", "recorded_at"],
                name="document_to_scan",
                condition=Q(scan__in=["waiting", "not_scanned"]) & ~Q(source="office"),
            ),
        ]
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="document_not_empty")]

    def __str__(self) -> str:
        return f"document {self.id}"

    @property
    def is_held_back(self) -> bool:
        """Tell whether nobody may open it: a virus was found, or the scanner has to look first."""
        return self.scan in {self.Scan.INFECTED, self.Scan.WAITING}
