"""A hospital's request about a stabilized patient, the signed answer, the talk about a no.

A disagreement is guarded by a trigger besides the code; see the migration that creates the guard.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Hospital
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import POST_STABILIZATION
from ..domain.request import Channel, Purpose
from ..domain.responsibility import Answer, EndReason, Who
from ..domain.states import State


class PostStabilization(models.Model):
    """One night: what the hospital told, who the patient is, who is responsible since when.

    `asked_at` is empty when the hospital never asked. `responsible` and its instants hold what the
    actions wrote; what is true at a moment says `standing.py`.
    """

    case_kind: ClassVar[str] = POST_STABILIZATION

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    client_key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=30, choices=choices_of(State))

    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    asked_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    hospital = models.ForeignKey(Hospital, on_delete=models.PROTECT, related_name="+")
    caller = models.CharField(max_length=120, blank=True)
    call_back = models.CharField(max_length=40, blank=True)
    told_name = models.CharField(max_length=160)
    told_birth_date = models.DateField(null=True, blank=True)
    told_number = models.CharField(max_length=40, blank=True)

    stabilized_at = models.DateTimeField()
    stabilized_by = models.CharField(max_length=120)
    emergency_began_at = models.DateTimeField(null=True, blank=True)
    purpose = models.CharField(max_length=20, choices=choices_of(Purpose))
    care = models.TextField()
    circumstance = models.TextField(blank=True)

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    coverage = models.ForeignKey(
        CoverageSpan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    line_of_business = models.CharField(max_length=20, blank=True)

    responsible = models.CharField(max_length=20, choices=choices_of(Who))
    responsible_from = models.DateTimeField(null=True, blank=True)
    responsible_until = models.DateTimeField(null=True, blank=True)
    responsible_rule = models.CharField(max_length=40, blank=True)
    end_reason = models.CharField(max_length=40, blank=True, choices=choices_of(EndReason))
    authorization_number = models.CharField(max_length=20, blank=True)

    class Privacy:
        protected = (
            *("caller", "call_back", "told_name", "told_birth_date", "told_number"),
            *("stabilized_by", "care", "circumstance"),
        )

    class Meta:
        db_table = "post_stabilization"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "number"], name="post_stabilization_number_once"
            ),
            models.UniqueConstraint(
                fields=["tenant", "client_key"], name="post_stabilization_key_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(State)), name="post_stabilization_state"
            ),
            models.CheckConstraint(
                condition=Q(state="never_asked", asked_at=None)
                | (~Q(state="never_asked") & Q(asked_at__isnull=False)),
                name="post_stabilization_asked_or_never",
            ),
            models.CheckConstraint(
                condition=Q(asked_at=None) | Q(asked_at__lte=F("recorded_at")),
                name="post_stabilization_asked_first",
            ),
            models.CheckConstraint(
                condition=~Q(state="plan_responsible")
                | Q(responsible="plan", responsible_from__isnull=False),
                name="post_stabilization_plan_since_when",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "hospital", "-recorded_at", "id"],
                name="post_stabilization_of_hospital",
            ),
            models.Index(
                fields=["tenant", "member", "-recorded_at"], name="post_stabilization_of_member"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class SignedAnswer(models.Model):
    """Our answer to a hospital, given in time by a named person. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(PostStabilization, on_delete=models.PROTECT, related_name="answers")
    outcome = models.CharField(max_length=12, choices=choices_of(Answer))
    words = models.TextField(help_text="what was approved, or the clinical reason of a no")
    level_of_care = models.CharField(max_length=60, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    signed_by_name = models.CharField(max_length=120)
    answered_at = models.DateTimeField()
    answered_on = models.DateField(help_text="the day of the answer in the office's time zone")

    class Privacy:
        protected = ("words", "level_of_care")

    class Meta:
        db_table = "post_stabilization_answer"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request"], name="post_stabilization_answered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.answered_on}"


class Consultation(models.Model):
    """The talk with our physician that a disagreement offers, and what came of it."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        HELD = "held", "Held"
        NOT_REACHED = "not_reached", "Not reached"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        PostStabilization, on_delete=models.PROTECT, related_name="consultations"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.OFFERED)
    physician_name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40)
    offered_at = models.DateTimeField()
    talked_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Privacy:
        protected = ("note",)

    class Meta:
        db_table = "post_stabilization_consultation"
        indexes = [
            models.Index(fields=["tenant", "request"], name="post_stabilization_talks"),
        ]

    def __str__(self) -> str:
        return f"consultation, {self.state}"
