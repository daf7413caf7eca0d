"""A request for care: whose it is, what it asks for and where it stands."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce

from openmso.casework.criteria.models import CriteriaEdition
from openmso.office.tenants.models import Tenant
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Practice, Practitioner
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import PRIOR_AUTH
from ..domain.request import AskedBy, Channel, Timing, Urgency
from ..domain.ruling import RuledBy
from ..domain.states import State
from .choices import choices_of

_NEXT_DAY = Func(
    F("service_from_on"), template="(%(expressions)s + 1)", output_field=models.DateField()
)


class AuthorizationRequest(models.Model):
    """One request for care and everything we know about its way.

    Its foreign keys have no index of their own: nothing they point at is ever deleted, and every
    question begins with the office.
    """

    case_kind: ClassVar[str] = PRIOR_AUTH

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(max_length=20)
    client_key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=30, choices=choices_of(State))

    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    complete_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(
        max_length=10, choices=choices_of(AskedBy), default=AskedBy.PRACTICE
    )

    ipa = models.ForeignKey(
        Ipa, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    plan = models.ForeignKey(
        HealthPlan,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    coverage = models.ForeignKey(
        CoverageSpan,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    line_of_business = models.CharField(max_length=20, blank=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    practice = models.ForeignKey(
        Practice, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    servicing_practitioner = models.ForeignKey(
        Practitioner,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    servicing_name = models.CharField(max_length=160, blank=True)

    urgency = models.CharField(max_length=12, choices=choices_of(Urgency))
    urgency_why = models.CharField(max_length=300)
    timing = models.CharField(max_length=16, choices=choices_of(Timing))
    is_drug = models.BooleanField(default=False)
    service_from_on = models.DateField()
    service_until_on = models.DateField(null=True, blank=True)
    # The same, filled in by the database where no last day is asked for: then it is one day.
    asked_until_on = models.GeneratedField(
        expression=Coalesce("service_until_on", _NEXT_DAY),
        output_field=models.DateField(),
        db_persist=True,
    )
    diagnoses = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    clinical_summary = models.TextField(blank=True)
    missing = models.JSONField(default=list, blank=True)
    next_step_why = models.CharField(max_length=300, blank=True)

    needs_authorization = models.BooleanField(default=True)
    criteria_edition = models.ForeignKey(
        CriteriaEdition,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    review_specialties = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    likely_duplicate = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    joined_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="joined",
        db_index=False,
        null=True,
        blank=True,
    )

    extended_at = models.DateTimeField(null=True, blank=True)
    extension_ground = models.CharField(max_length=40, blank=True)
    reopened_at = models.DateTimeField(
        null=True, blank=True, help_text="when a decided request was last taken up again"
    )
    ruled_by = models.CharField(
        max_length=20,
        blank=True,
        choices=choices_of(RuledBy),
        help_text="who took the no of the last round back, if that opened this one",
    )
    silence_at = models.DateTimeField(null=True, blank=True)
    silence_means = models.CharField(max_length=60, blank=True)
    silence_rule = models.CharField(max_length=40, blank=True)

    decided_at = models.DateTimeField(null=True, blank=True)
    authorization_number = models.CharField(max_length=20, blank=True)
    valid_from_on = models.DateField(null=True, blank=True)
    valid_until_on = models.DateField(null=True, blank=True)
    validity_why = models.CharField(max_length=300, blank=True)
    validity_why_es = models.CharField(max_length=300, blank=True)
    validity_rule = models.CharField(max_length=40, blank=True)

    class Privacy:
        protected = ("clinical_summary", "diagnoses", "urgency_why", "servicing_name")

    class Meta:
        db_table = "prior_auth_request"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="prior_auth_number_once"),
            models.UniqueConstraint(fields=["tenant", "client_key"], name="prior_auth_key_once"),
            models.CheckConstraint(condition=Q(state__in=list(State)), name="prior_auth_state"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "partly_approved", "denied"])
                | Q(decided_at__isnull=False),
                name="prior_auth_decided_at",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "partly_approved"])
                | (
                    ~Q(authorization_number="")
                    & Q(valid_from_on__isnull=False)
                    & (Q(valid_until_on=None) | Q(valid_until_on__gte=F("valid_from_on")))
                ),
                name="prior_auth_approval_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="joined", joined_to__isnull=False)
                | (~Q(state="joined") & Q(joined_to=None)),
                name="prior_auth_joined_to",
            ),
            models.CheckConstraint(
                condition=Q(received_at__lte=F("recorded_at")), name="prior_auth_received_first"
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "practice", "-received_at", "id"], name="prior_auth_of_practice"
            ),
            models.Index(
                fields=["tenant", "member", "-received_at", "id"], name="prior_auth_of_member"
            ),
            models.Index(
                fields=["tenant", "member", "asked_until_on"], name="prior_auth_member_services"
            ),
        ]

    def __str__(self) -> str:
        return self.number
