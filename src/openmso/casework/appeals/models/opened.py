"""Who opened which paper for an appeal: papers of the request and of the appeal alike."""

from django.db import models

from openmso.office.access.models import Account
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .appeal import Appeal


class AppealPaperOpened(models.Model):
    """One person opened one paper while working on one appeal; the first time is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="opened")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "appeal_paper_opened"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "appeal", "document", "account"], name="appeal_paper_once"
            )
        ]

    def __str__(self) -> str:
        return f"paper opened on {self.opened_at:%Y-%m-%d}"
