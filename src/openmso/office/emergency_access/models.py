"""One use of emergency access: who read which case, why, until when, and what the review found."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class Reason(models.TextChoices):
    """Why the glass was broken; the person adds the story in words."""

    CARE_CANNOT_WAIT = "care_cannot_wait", "A member's care cannot wait"
    COLLEAGUE_AWAY = "colleague_away", "The colleagues of that IPA cannot be reached"
    MEMBER_CALLS = "member_calls", "The member or the doctor's office is on the telephone"
    OTHER = "other", "Something else"


class EmergencyAccess(models.Model):
    """Leave to read one case from `opened_at` until `until_at` (exclusive), and nothing more.

    `about_kind` and `about_id` name the case without a foreign key, as the timeline does.
    `review_due_at` is the last instant of the time in which privacy staff should have looked.
    """

    class Verdict(models.TextChoices):
        IN_ORDER = "in_order", "In order"
        MISUSE = "misuse", "Misuse"

    case_kind: ClassVar[str] = "emergency_access"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    account_id = models.UUIDField()
    account_name = models.CharField(max_length=120)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    about_number = models.CharField(max_length=20)
    member_id = models.UUIDField()
    reason = models.CharField(max_length=20, choices=Reason.choices)
    words = models.CharField(max_length=500)
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    review_due_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by_id = models.UUIDField(null=True, blank=True)
    reviewed_by_name = models.CharField(max_length=120, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    notes = models.CharField(max_length=2000, blank=True)

    class Privacy:
        protected = ("words", "notes")

    class Meta:
        db_table = "emergency_access"
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at__gt=F("opened_at")), name="emergency_access_span"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at=None, reviewed_by_id=None, verdict="")
                | (Q(reviewed_at__isnull=False, reviewed_by_id__isnull=False) & ~Q(verdict="")),
                name="emergency_access_review_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(reviewed_by_id=F("account_id")),
                name="emergency_access_reviewed_by_another",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "review_due_at"],
                condition=Q(reviewed_at=None),
                name="emergency_access_to_review",
            ),
            models.Index(fields=["tenant", "-opened_at"], name="emergency_access_newest"),
        ]

    def __str__(self) -> str:
        return f"Emergency access {self.id}"

    def is_open(self, at: datetime) -> bool:
        """Tell whether the case may be read at the instant `at`."""
        return self.opened_at <= at < self.until_at
