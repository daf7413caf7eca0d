"""An appeal: against which decision, by whom, how fast, and where it stands."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import APPEAL
from ..domain.filing import Channel
from ..domain.states import State
from ..domain.types import AppealType, Authority, FiledBy


class Appeal(models.Model):
    """One appeal against one no. `decision` is empty where silence counted as the no.

    `told_on` is the day of the no, in office time, from which the time to file counts. `late` says
    that it came after that time; `late_accepted_at` that a person accepted the reason. `sends_on`:
    the case file goes to an independent entity by itself; `case_file_sent_at` when it left.
    """

    case_kind: ClassVar[str] = APPEAL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    client_key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=20, choices=choices_of(State))
    type = models.CharField(max_length=20, choices=choices_of(AppealType))

    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="appeals"
    )
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    told_on = models.DateField()
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    line_of_business = models.CharField(max_length=20)

    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    filed_by = models.CharField(max_length=20, choices=choices_of(FiledBy))
    filed_by_name = models.CharField(max_length=160)
    authority = models.CharField(max_length=12, choices=choices_of(Authority))
    authority_shown_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField()
    urgency = models.CharField(max_length=12, choices=choices_of(Urgency))
    urgency_why = models.CharField(max_length=300, blank=True)

    late = models.BooleanField(default=False)
    good_cause = models.CharField(max_length=500, blank=True)
    late_accepted_at = models.DateTimeField(null=True, blank=True)

    reviewer = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    extended_at = models.DateTimeField(null=True, blank=True)
    extension_ground = models.CharField(max_length=40, blank=True)
    silence_at = models.DateTimeField(null=True, blank=True)
    silence_means = models.CharField(max_length=60, blank=True)
    silence_rule = models.CharField(max_length=40, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.CharField(max_length=300, blank=True)
    sends_on = models.BooleanField(default=False)
    case_file_sent_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("filed_by_name", "words", "urgency_why", "good_cause", "closed_why")

    class Meta:
        db_table = "appeal"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="appeal_number_once"),
            models.UniqueConstraint(fields=["tenant", "client_key"], name="appeal_key_once"),
            models.UniqueConstraint(
                fields=["tenant", "request"],
                condition=Q(state__in=["open", "with_reviewer"]),
                name="appeal_one_open_a_request",
            ),
            models.CheckConstraint(condition=Q(state__in=list(State)), name="appeal_state"),
            models.CheckConstraint(
                condition=Q(received_at__lte=F("recorded_at")), name="appeal_received_first"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "with_reviewer"], closed_at=None)
                | (~Q(state__in=["open", "with_reviewer"]) & Q(closed_at__isnull=False)),
                name="appeal_closed_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="with_reviewer") | Q(reviewer__isnull=False),
                name="appeal_lies_with_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(authority="shown") | Q(authority_shown_at__isnull=False),
                name="appeal_authority_since",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "member", "-received_at"], name="appeal_of_member"),
            models.Index(fields=["tenant", "request", "-received_at"], name="appeal_of_request"),
        ]

    def __str__(self) -> str:
        return self.number
