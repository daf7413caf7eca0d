"""One-time codes by which a hospital without an account shows that it is the hospital."""

from django.db import models

from openmso.office.tenants.models import Tenant
from openmso.roster.providers.models import Hospital
from openmso.standards.identifiers.row_id import new_id


class HospitalCode(models.Model):
    """One code. Only its digest is here; it is empty until the mail is made."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    hospital = models.ForeignKey(Hospital, on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("digest",)

    class Meta:
        db_table = "hospital_code"
        indexes = [
            models.Index(fields=["tenant", "hospital", "-ordered_at"], name="hospital_code_newest")
        ]

    def __str__(self) -> str:
        return f"code of {self.ordered_at:%Y-%m-%d %H:%M}"
