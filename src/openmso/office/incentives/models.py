"""Incentive programs and what was signed about them. A program is never changed: register anew."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .domain.screening import Side, State, Verdict


class IncentiveProgram(models.Model):
    """Who is rewarded, for what, and what was answered about its effect on care."""

    case_kind: ClassVar[str] = "incentive"

    class Whom(models.TextChoices):
        DOCTORS = "doctors", "Doctors or practices"
        IPAS = "ipas", "IPAs or medical groups"
        STAFF = "staff", "Our own staff"
        MEMBERS = "members", "Members"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    whom = models.CharField(max_length=10, choices=Whom.choices)
    reward = models.CharField(max_length=300, help_text="what they get")
    goal = models.CharField(max_length=300, help_text="what they get it for, and how it is counted")
    from_on = models.DateField()
    answers = models.JSONField(default=dict)
    explanation = models.TextField(blank=True)
    state = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in State], default=State.REGISTERED
    )
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    registered_by_name = models.CharField(max_length=120)
    activated_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "incentive_program"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "name"], name="incentive_name_once"),
            models.CheckConstraint(
                condition=~Q(state=State.ACTIVE) | Q(activated_at__isnull=False),
                name="incentive_active_since",
            ),
            models.CheckConstraint(
                condition=Q(activated_at=None) | Q(activated_at__gte=F("registered_at")),
                name="incentive_screened_first",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class IncentiveReview(models.Model):
    """One signature: what one side found. Each side signs once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    program = models.ForeignKey(IncentiveProgram, on_delete=models.PROTECT, related_name="reviews")
    side = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Side])
    verdict = models.CharField(
        max_length=12, choices=[(one.value, one.value.replace("_", " ")) for one in Verdict]
    )
    words = models.TextField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    signed_by_name = models.CharField(max_length=120)
    signed_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "incentive_review"
        constraints = [
            models.UniqueConstraint(fields=["program", "side"], name="incentive_signed_once"),
            models.UniqueConstraint(
                fields=["program", "signed_by"], name="incentive_two_people_sign"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="incentive_signed_with_words"),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.verdict}"
