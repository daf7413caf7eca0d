"""The log of every letter, call and message between us and an outside body. Append only."""

from django.db import models

from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .review import ExternalReview


class OutsideContact(models.Model):
    """One contact. `who` is the outside body, `our_person` who of ours wrote it down."""

    class Direction(models.TextChoices):
        FROM_THEM = "from_them", "From them"
        TO_THEM = "to_them", "To them"

    class Way(models.TextChoices):
        MAIL = "mail", "Mail"
        FAX = "fax", "Fax"
        PHONE = "phone", "Phone"
        PORTAL = "portal", "Their web site"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    review = models.ForeignKey(ExternalReview, on_delete=models.PROTECT, related_name="contacts")
    who = models.CharField(max_length=60)
    direction = models.CharField(max_length=10, choices=Direction.choices)
    way = models.CharField(max_length=10, choices=Way.choices)
    about = models.CharField(max_length=300)
    happened_at = models.DateTimeField()
    our_person = models.CharField(max_length=120)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )

    class Privacy:
        protected = ("about",)

    class Meta:
        db_table = "external_review_contact"
        indexes = [
            models.Index(fields=["tenant", "-happened_at", "id"], name="external_contact_newest")
        ]

    def __str__(self) -> str:
        return f"{self.direction} by {self.way}"
