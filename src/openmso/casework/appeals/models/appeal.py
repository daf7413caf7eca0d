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
from ..domain.speed import FastBy
from ..domain.states import State
from ..domain.types import AppealType, Authority, FiledBy
from .payment import DeniedPayment


class Appeal(models.Model):
    """One appeal: against a no on a request, or because of a claim that was not paid.

    `decision` is empty where silence counted as the no, and where it is about a payment.
    `told_on` is the day of the no, in office time, from which the time to file counts. `late` says
    that it came after that time; `late_accepted_at` that a person accepted the reason. `sends_on`:
    the case file goes to an independent entity by itself; `case_file_sent_at` when it left.
    `fast_by` is on whose word it is, or was, to be fast; `fast_asked_at` when that came, if later
    than the appeal. A wish that did not qualify keeps who refused it, why, and when it was told.
    `care_goes_on_at`: the member asked then to keep care that was to end on `care_was_to_end_on`.
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
        AuthorizationRequest,
        on_delete=models.PROTECT,
        related_name="appeals",
        null=True,
        blank=True,
    )
    payment = models.ForeignKey(
        DeniedPayment,
        on_delete=models.PROTECT,
        related_name="appeals",
        db_index=False,
        null=True,
        blank=True,
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
    fast_by = models.CharField(max_length=20, blank=True, choices=choices_of(FastBy))
    fast_asked_at = models.DateTimeField(null=True, blank=True)
    fast_refused_at = models.DateTimeField(null=True, blank=True)
    fast_refused_by = models.CharField(max_length=120, blank=True)
    fast_refused_why = models.CharField(max_length=500, blank=True)
    fast_refused_why_es = models.CharField(max_length=500, blank=True)
    fast_refusal_told_at = models.DateTimeField(null=True, blank=True)
    fast_refusal_told_how = models.CharField(max_length=300, blank=True)

    care_goes_on_at = models.DateTimeField(null=True, blank=True)
    care_was_to_end_on = models.DateField(null=True, blank=True)

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
        protected = (
            *("filed_by_name", "words", "urgency_why", "good_cause", "closed_why"),
            *("fast_refused_why", "fast_refused_why_es", "fast_refusal_told_how"),
        )

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
            models.UniqueConstraint(
                fields=["tenant", "payment"],
                condition=Q(state__in=["open", "with_reviewer"]),
                name="appeal_one_open_a_payment",
            ),
            models.CheckConstraint(
                condition=Q(request__isnull=False, payment=None)
                | Q(request=None, payment__isnull=False, decision=None),
                name="appeal_about_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(fast_by=FastBy.PHYSICIAN) | Q(urgency=Urgency.EXPEDITED),
                name="appeal_physicians_word_is_fast",
            ),
            models.CheckConstraint(
                condition=Q(payment=None) | Q(urgency=Urgency.STANDARD, fast_refused_at=None),
                name="appeal_payment_never_fast",
            ),
            models.CheckConstraint(
                condition=Q(fast_refused_at=None)
                | (~Q(fast_refused_by="") & ~Q(fast_refused_why="")),
                name="appeal_fast_refused_why",
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

    @property
    def about_payment(self) -> bool:
        return self.payment_id is not None

    def of_request(self) -> AuthorizationRequest:
        """Return the request that was refused. Raises ValueError where it is about a payment."""
        if self.request is None:
            raise ValueError(f"{self.number} is about a payment: there is no request")
        return self.request

    def of_payment(self) -> DeniedPayment:
        """Return the claim that was not paid. Raises ValueError where care was refused."""
        if self.payment is None:
            raise ValueError(f"{self.number} is about care: there is no claim")
        return self.payment
