"""One review of a no by an outside body: whose, where it stands, and what came of it.

A ruling for the member cannot be closed without an authorization and the proof that the care was
given; a trigger says so besides the code (see the migration that creates the guard).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import EXTERNAL_REVIEW
from ..domain.delay import DelayReason
from ..domain.forum import Forum
from ..domain.imr import Basis
from ..domain.states import State


class ExternalReview(models.Model):
    """One case. `came_from` is the application that a complaint grew out of, with the same facts.

    `prediction` is what the router said on the day of preparing, as it was shown. `told_at` is when
    the outside body's notice reached us; `ruled_on` the day that its ruling bears.
    """

    case_kind: ClassVar[str] = EXTERNAL_REVIEW

    class Label(models.TextChoices):
        """How the case is to be kept; the words on its papers are in words.yaml."""

        CONFIDENTIAL = "confidential", "private and confidential"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=1)
    forum = models.CharField(max_length=40, choices=choices_of(Forum))
    state = models.CharField(max_length=30, choices=choices_of(State))
    label = models.CharField(max_length=20, choices=Label.choices, default=Label.CONFIDENTIAL)
    came_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="became", null=True, blank=True
    )
    appeal_id = models.UUIDField(
        null=True, blank=True, help_text="the appeal or grievance that came before, if one did"
    )

    request = models.ForeignKey(AuthorizationRequest, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", db_index=False, null=True
    )
    ipa = models.ForeignKey(
        Ipa, on_delete=models.PROTECT, related_name="+", db_index=False, null=True
    )
    line_of_business = models.CharField(max_length=20)
    basis = models.CharField(max_length=30, blank=True, choices=choices_of(Basis))
    urgent = models.BooleanField(default=False)
    prediction = models.JSONField(default=dict, blank=True)

    outside_reference = models.CharField(max_length=60, blank=True)
    recorded_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    packet_sent_at = models.DateTimeField(null=True, blank=True)
    delay_reason = models.CharField(max_length=40, blank=True, choices=choices_of(DelayReason))
    delay_note = models.CharField(max_length=300, blank=True)
    ruled_on = models.DateField(null=True, blank=True)
    ruling_received_at = models.DateTimeField(null=True, blank=True)

    authorization_number = models.CharField(max_length=20, blank=True)
    served_on = models.DateField(null=True, blank=True)
    served_what = models.CharField(max_length=300, blank=True)
    proof = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )

    class Privacy:
        protected = ("prediction", "delay_note", "served_what")

    class Meta:
        db_table = "external_review"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "number"], name="external_review_number_once"
            ),
            models.UniqueConstraint(
                fields=["tenant", "request", "forum"],
                condition=Q(
                    state__in=["prepared", "filed", "packet_due", "packet_sent", "delayed"]
                ),
                name="external_review_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State]),
                name="external_review_state",
            ),
            models.CheckConstraint(
                condition=~Q(state="carried_out")
                | (
                    ~Q(authorization_number="")
                    & Q(served_on__isnull=False)
                    & Q(proof__isnull=False)
                ),
                name="external_review_carried_out_with_proof",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["packet_sent"]) | Q(packet_sent_at__isnull=False),
                name="external_review_packet_sent_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="delayed") | ~Q(delay_reason=""),
                name="external_review_delay_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "member", "-recorded_at"], name="external_review_of_member"
            ),
            models.Index(fields=["tenant", "-recorded_at", "id"], name="external_review_newest"),
        ]

    def __str__(self) -> str:
        return self.number
