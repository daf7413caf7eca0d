"""A ruling that took a no back, kept with the decision that carried it out.

The database demands the pair, and the authorization, when the transaction ends; see the migration
that creates the guard.
"""

from django.db import models

from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.ruling import RuledBy
from .choices import choices_of
from .decision import Decision
from .request import AuthorizationRequest


class CarriedOutRuling(models.Model):
    """One ruling and the approval it became. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="rulings"
    )
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="ruling")
    ruled_by = models.CharField(max_length=20, choices=choices_of(RuledBy))
    ruled_on = models.DateField()
    notice_received_at = models.DateTimeField()
    reference = models.CharField(max_length=60)
    evidence = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "prior_auth_ruling"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ruled_by="plan") | models.Q(evidence__isnull=False),
                name="prior_auth_ruling_is_shown",
            ),
            models.CheckConstraint(
                condition=~models.Q(reference=""), name="prior_auth_ruling_has_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ruled_by} on {self.ruled_on}"
