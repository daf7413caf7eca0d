"""Who was told what about whom, and by which way. Append only."""

from django.db import models

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class Disclosure(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    about_member_id = models.UUIDField()
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    what = models.CharField(max_length=80)
    purpose = models.CharField(max_length=40)
    receiver_kind = models.CharField(max_length=20)
    receiver_id = models.UUIDField(null=True, blank=True)
    receiver_name = models.CharField(max_length=160)
    way = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Privacy:
        protected = ("receiver_name",)

    class Meta:
        db_table = "disclosure"
        indexes = [
            models.Index(fields=["tenant", "about_member_id", "at"], name="disclosure_about"),
        ]

    def __str__(self) -> str:
        return f"{self.what} to {self.receiver_kind} by {self.way}"
