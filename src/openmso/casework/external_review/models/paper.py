"""One line of the packet's checklist: which paper, who must get it, how far it has come."""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.packet import Kind, OwedBy, Step
from .review import ExternalReview


class PacketPaper(models.Model):
    """A paper of the packet. `holder` is the doctor who has it; empty for us and the member."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    review = models.ForeignKey(ExternalReview, on_delete=models.PROTECT, related_name="papers")
    line = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30, choices=choices_of(Kind))
    owed_by = models.CharField(max_length=20, choices=choices_of(OwedBy))
    holder = models.CharField(max_length=160, blank=True)
    place = models.CharField(max_length=300, blank=True)
    step = models.CharField(max_length=20, choices=choices_of(Step), default=Step.NEEDED.value)
    why_not = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    chased_at = models.DateTimeField(null=True, blank=True)
    chases = models.PositiveSmallIntegerField(default=0)
    received_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )

    class Privacy:
        protected = ("holder", "place", "why_not")

    class Meta:
        db_table = "external_review_paper"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "review", "line"], name="external_review_paper_line"
            ),
            models.CheckConstraint(
                condition=~Q(step="received") | Q(received_at__isnull=False),
                name="external_review_paper_received_at",
            ),
            models.CheckConstraint(
                condition=~Q(step="not_to_be_had") | ~Q(why_not=""),
                name="external_review_paper_why_not",
            ),
        ]

    @property
    def went_without_us(self) -> bool:
        """Whether the member sent it to the outside body; we hold no copy."""
        went = self.kind == Kind.APPLICATION and self.step == Step.RECEIVED
        return went and self.document_id is None

    def __str__(self) -> str:
        return f"{self.kind} ({self.step})"
