"""What the QIO decided, with when and by whom we were told. Append only; nobody of ours decides."""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.decision import Answer, Look
from .case import FastTrackCase


class QioDecision(models.Model):
    """One decision: of the first look, or of the second one. `told_by` is the QIO's own person or
    letter; `recorded_by_name` only wrote it down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(
        FastTrackCase, on_delete=models.PROTECT, related_name="decisions", db_index=False
    )
    look = models.CharField(max_length=10, choices=choices_of(Look))
    answer = models.CharField(max_length=20, choices=choices_of(Answer))
    told_at = models.DateTimeField()
    told_by = models.CharField(max_length=160)
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("words",)

    class Meta:
        db_table = "fast_track_decision"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "case", "look"], name="fast_track_decided_once_a_look"
            ),
            models.CheckConstraint(
                condition=~Q(told_by=""), name="fast_track_somebody_of_the_qio_told_us"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.look} look: {self.answer}"
