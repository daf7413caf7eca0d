"""What a reviewer found in the records, and that they opened them."""

from django.db import models

from openmso.office.access.models import Account
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.triage import PointAnswer
from .choices import choices_of
from .request import AuthorizationRequest


class CriteriaFinding(models.Model):
    """The answer to one criteria point for one request, with the sentence that shows it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="findings", db_index=False
    )
    point_code = models.CharField(max_length=10)
    answer = models.CharField(max_length=16, choices=choices_of(PointAnswer))
    said_by_practice = models.CharField(max_length=16, blank=True)
    confirmed = models.BooleanField(default=False, help_text="a reviewer of ours has looked")
    quote = models.CharField(max_length=500, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    page = models.PositiveIntegerField(null=True, blank=True)
    answered_by_name = models.CharField(max_length=120)
    answered_at = models.DateTimeField()

    class Privacy:
        protected = ("quote",)

    class Meta:
        db_table = "prior_auth_finding"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request", "point_code"], name="prior_auth_finding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.point_code} {self.answer}"


class RecordsOpened(models.Model):
    """That a reviewer opened one document of a case; a denial needs all of them opened."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "prior_auth_records_opened"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request", "document", "account"],
                name="prior_auth_opened_once",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.document_id} opened"
