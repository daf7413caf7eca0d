"""The tables of prior authorization.

Days named `until_on` are exclusive. A decision that takes something away is guarded by a trigger in
the database besides the code; see `domain/decision.py` and the migration that creates the guard.
"""

import uuid
from enum import StrEnum
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from openmso.casework.criteria.models import CriteriaEdition
from openmso.office.access.models import Account
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.roster.benefits.models import BenefitSection
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Practice, Practitioner

from .case_kind import PRIOR_AUTH
from .domain.decision import Ground
from .domain.request import Channel, Timing, Urgency
from .domain.states import State
from .domain.triage import PointAnswer

_ADVERSE = Q(outcome__in=["denied", "partly_approved"])


def _choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, value.value.replace("_", " ")) for value in enum]


class AuthorizationRequest(models.Model):
    """One request for care and everything we know about its way."""

    case_kind: ClassVar[str] = PRIOR_AUTH

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    client_key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=30, choices=_choices(State))

    channel = models.CharField(max_length=10, choices=_choices(Channel))
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    complete_at = models.DateTimeField(null=True, blank=True)

    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    coverage = models.ForeignKey(
        CoverageSpan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    line_of_business = models.CharField(max_length=20, blank=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    servicing_practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    servicing_name = models.CharField(max_length=160, blank=True)

    urgency = models.CharField(max_length=12, choices=_choices(Urgency))
    urgency_why = models.CharField(max_length=300)
    timing = models.CharField(max_length=16, choices=_choices(Timing))
    is_drug = models.BooleanField(default=False)
    service_from_on = models.DateField()
    service_until_on = models.DateField(null=True, blank=True)
    diagnoses = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    clinical_summary = models.TextField(blank=True)
    missing = models.JSONField(default=list, blank=True)
    next_step_why = models.CharField(max_length=300, blank=True)

    needs_authorization = models.BooleanField(default=True)
    criteria_edition = models.ForeignKey(
        CriteriaEdition, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    review_specialties = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    likely_duplicate = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    joined_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="joined", null=True, blank=True
    )

    extended_at = models.DateTimeField(null=True, blank=True)
    extension_ground = models.CharField(max_length=40, blank=True)
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
        ]

    def __str__(self) -> str:
        return self.number


class RequestedService(models.Model):
    """One service of a request. `approved_quantity` is empty until it is decided."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="services"
    )
    line = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    description = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=7, decimal_places=2)
    unit = models.CharField(max_length=20)
    approved_quantity = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)

    class Privacy:
        protected = ("description",)

    class Meta:
        db_table = "prior_auth_service"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request", "line"], name="prior_auth_service_line"
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0)
                & (
                    Q(approved_quantity=None)
                    | Q(approved_quantity__gte=0, approved_quantity__lte=F("quantity"))
                ),
                name="prior_auth_service_quantities",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} x {self.quantity}"


class CriteriaFinding(models.Model):
    """The answer to one criteria point for one request, with the sentence that shows it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="findings"
    )
    point_code = models.CharField(max_length=10)
    answer = models.CharField(max_length=16, choices=_choices(PointAnswer))
    said_by_practice = models.CharField(max_length=16, blank=True)
    confirmed = models.BooleanField(default=False, help_text="a reviewer of ours has looked")
    quote = models.CharField(max_length=500, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    page = models.PositiveIntegerField(null=True, blank=True)
    answered_by_name = models.CharField(max_length=120)
    answered_at = models.DateTimeField()

    class Privacy:
        protected = ("quote",)

    class Meta:
        db_table = "prior_auth_finding"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request", "point_code"], name="prior_auth_finding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.point_code} {self.answer}"


class Decision(models.Model):
    """One signed decision. Never changed; a reopened case gets another one."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Approved"
        PARTLY_APPROVED = "partly_approved", "Approved in part"
        DENIED = "denied", "Denied"
        GRANTED_BY_LAW = "granted_by_law", "Granted by law"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    basis = models.CharField(max_length=300)
    ground = models.CharField(max_length=30, blank=True, choices=_choices(Ground))
    criteria_edition = models.ForeignKey(
        CriteriaEdition, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    benefit_section = models.ForeignKey(
        BenefitSection, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    clinical_reason = models.TextField(blank=True)
    clinical_reason_es = models.TextField(blank=True)
    plain_reason = models.TextField(blank=True)
    plain_reason_es = models.TextField(blank=True)
    alternative = models.CharField(max_length=300, blank=True)
    signed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    signed_by_name = models.CharField(max_length=120)
    decided_at = models.DateTimeField()
    decided_on = models.DateField(help_text="the day of the decision in the office's time zone")
    shown = models.JSONField(default=dict, help_text="what the signer's screen showed")

    class Privacy:
        protected = (
            *("clinical_reason", "clinical_reason_es", "plain_reason", "plain_reason_es"),
            *("shown", "alternative"),
        )

    class Meta:
        db_table = "prior_auth_decision"
        constraints = [
            models.CheckConstraint(
                condition=~_ADVERSE
                | (
                    Q(signed_by__isnull=False)
                    & ~Q(clinical_reason="")
                    & ~Q(plain_reason="")
                    & (
                        Q(ground=Ground.MEDICAL_APPROPRIATENESS, criteria_edition__isnull=False)
                        | Q(ground=Ground.NOT_COVERED, benefit_section__isnull=False)
                    )
                ),
                name="prior_auth_two_grounds",
            ),
            models.CheckConstraint(
                condition=_ADVERSE | Q(ground=""), name="prior_auth_ground_only_if_adverse"
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "request", "-decided_at"], name="prior_auth_decisions")
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.decided_on}"


class RecordsOpened(models.Model):
    """That a reviewer opened one document of a case; a denial needs all of them opened."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(AuthorizationRequest, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "prior_auth_records_opened"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request", "document", "account"],
                name="prior_auth_opened_once",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.document_id} opened"


class PeerToPeer(models.Model):
    """A talk between the reviewer and the requesting doctor: offered, answered, held."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        ACCEPTED = "accepted", "Time chosen"
        DECLINED = "declined", "Declined by the practice"
        HELD = "held", "Held"
        NOT_REACHED = "not_reached", "Doctor not reached"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="peer_talks"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.OFFERED)
    offered_by_name = models.CharField(max_length=120)
    offered_at = models.DateTimeField()
    slots = ArrayField(models.DateTimeField())
    chosen_at = models.DateTimeField(null=True, blank=True, help_text="the slot the practice chose")
    held_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Privacy:
        protected = ("note",)

    class Meta:
        db_table = "prior_auth_peer_to_peer"
        indexes = [models.Index(fields=["tenant", "request"], name="prior_auth_peer_talks")]

    def __str__(self) -> str:
        return f"peer to peer, {self.state}"


class InformationRequest(models.Model):
    """What the office was asked for, when, and when it answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="information_requests"
    )
    missing = models.JSONField(default=list)
    words = models.TextField(blank=True)
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("words",)

    class Meta:
        db_table = "prior_auth_information_request"
        indexes = [models.Index(fields=["tenant", "request"], name="prior_auth_asked_for")]

    def __str__(self) -> str:
        return f"asked on {self.asked_at:%Y-%m-%d}"


class CaseMessage(models.Model):
    """One message on the case, between the practice and the desk."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="messages"
    )
    from_practice = models.BooleanField()
    author_name = models.CharField(max_length=120)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Privacy:
        protected = ("text",)

    class Meta:
        db_table = "prior_auth_message"
        indexes = [
            models.Index(fields=["tenant", "request", "written_at"], name="prior_auth_messages")
        ]

    def __str__(self) -> str:
        return f"message of {self.written_at:%Y-%m-%d %H:%M}"
