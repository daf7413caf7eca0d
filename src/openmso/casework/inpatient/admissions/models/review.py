"""Our signed answers during a stay. A no is guarded by a trigger besides the code."""

from django.db import models
from django.db.models import F, Q

from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.concurrent_review import Outcome
from .admission import Admission


class ConcurrentReview(models.Model):
    """One signed answer, never changed. `until_on` is the first day it is not about; a no is about
    every day from `from_on` on and has none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    admission = models.ForeignKey(
        Admission, on_delete=models.PROTECT, related_name="reviews", db_index=False
    )
    outcome = models.CharField(max_length=10, choices=choices_of(Outcome))
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    criteria_edition = models.ForeignKey(
        CriteriaEdition,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    words = models.TextField(help_text="why the days are approved, or the clinical reason of a no")
    plain_reason = models.TextField(blank=True, help_text="the reason of a no for the member")
    plain_reason_es = models.TextField(blank=True)
    signed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signed_by_name = models.CharField(max_length=120)
    decided_at = models.DateTimeField()
    decided_on = models.DateField(help_text="the day of the answer in the office's time zone")

    class Privacy:
        protected = ("words", "plain_reason", "plain_reason_es")

    class Meta:
        db_table = "admission_review"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="approved", until_on__gt=F("from_on"))
                | (
                    Q(outcome="refused", until_on=None, criteria_edition__isnull=False)
                    & ~Q(words="")
                    & ~Q(plain_reason="")
                ),
                name="admission_review_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "admission", "-decided_at"], name="admission_review_newest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.decided_on}"
