"""What is written down during a stay: one status a day, and the notices that were handed out."""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.daily_status import Condition
from .admission import Admission


class DailyStatus(models.Model):
    """How the patient was on one day, written by one of us; one a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    admission = models.ForeignKey(
        Admission, on_delete=models.PROTECT, related_name="statuses", db_index=False
    )
    on = models.DateField()
    condition = models.CharField(max_length=30, choices=choices_of(Condition))
    note = models.TextField(blank=True)
    plan = models.CharField(max_length=300, blank=True, help_text="what is needed to go home")
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    late = models.BooleanField(help_text="written after the day was over")

    class Privacy:
        protected = ("condition", "note", "plan")

    class Meta:
        db_table = "admission_status"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "admission", "on"], name="admission_status_once"
            )
        ]

    def __str__(self) -> str:
        return f"status of {self.on}"


class NoticeGiven(models.Model):
    """A notice about the discharge was handed out: by whom, when, signed or not."""

    class Signed(models.TextChoices):
        SIGNED = "signed", "Signed and dated"
        REFUSED = "refused", "Signature refused; noted on the form"
        NOT_NEEDED = "not_needed", "No signature is asked for"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    admission = models.ForeignKey(
        Admission, on_delete=models.PROTECT, related_name="notices", db_index=False
    )
    notice_id = models.CharField(max_length=40, help_text="its id in the rulebook")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=120)
    signed = models.CharField(max_length=12, choices=Signed.choices)
    recorded_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "admission_notice"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "admission", "notice_id"], name="admission_notice_once"
            ),
            models.CheckConstraint(condition=~Q(given_by=""), name="admission_notice_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} given"
