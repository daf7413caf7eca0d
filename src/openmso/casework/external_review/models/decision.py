"""What an outside body decided, with the day its letter bears. Append only."""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.ruling import Answer, Asked
from .review import ExternalReview


class OutsideDecision(models.Model):
    """One decision of somebody else: whether the case qualifies, is covered, or who was right."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    review = models.ForeignKey(ExternalReview, on_delete=models.PROTECT, related_name="decisions")
    asked = models.CharField(max_length=20, choices=choices_of(Asked))
    answer = models.CharField(max_length=20, choices=choices_of(Answer))
    decided_on = models.DateField()
    received_at = models.DateTimeField()
    words = models.TextField(blank=True)
    letter = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )

    class Privacy:
        protected = ("words",)

    class Meta:
        db_table = "external_review_decision"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "review", "asked"],
                condition=Q(asked="dispute"),
                name="external_review_ruled_once",
            ),
            models.CheckConstraint(
                condition=~Q(answer="does_not_qualify") | Q(letter__isnull=False),
                name="external_review_letter_on_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked}: {self.answer} on {self.decided_on}"
