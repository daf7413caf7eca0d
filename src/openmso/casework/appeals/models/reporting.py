"""Who works under whom: nobody answers an appeal against the decision of a superior."""

from django.db import models
from django.db.models import F, Q

from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class ReportingLine(models.Model):
    """A person and the one they report to, as an administrator wrote it down last."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="+")
    reports_to = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    since_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "reporting_line"
        constraints = [
            models.CheckConstraint(
                condition=~Q(account=F("reports_to")), name="reporting_line_not_to_oneself"
            )
        ]

    def __str__(self) -> str:
        return f"reports since {self.since_at:%Y-%m-%d}"
