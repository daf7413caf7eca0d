"""A grievance: who is unhappy about what, of which kind, who works on it, where it stands."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.domain.types import Authority
from openmso.casework.appeals.models import Appeal
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Practice
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import GRIEVANCE
from ..domain.states import State
from ..domain.types import FastGround, FiledBy, Kind
from .contact import MemberContact

_OPEN = Q(state__in=["open", "in_work"])


class Grievance(models.Model):
    """One concern. `begun_at` is when its clocks began: the first receipt, or a reopening.

    `type_reason` says why it is a grievance and no appeal; `kind_why` why it is not of the kind
    that was wished for. `exempt_until_at`: it was to be solved at once by then, and was not.
    `practice` is the practice that told us. `request` is the request whose handling it is about,
    `about_account` a colleague it is about. `appeal` is the appeal it became or came from.
    `round` counts how often it was taken up. `about_a_decision`: it disputes coverage or care.
    """

    case_kind: ClassVar[str] = GRIEVANCE

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    client_key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    round = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=20, choices=choices_of(State))
    kind = models.CharField(max_length=12, choices=choices_of(Kind))
    kind_why = models.CharField(max_length=300, blank=True)
    type_reason = models.CharField(max_length=600, blank=True)
    category = models.CharField(max_length=30)

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    member_number = models.CharField(max_length=40, blank=True)
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    line_of_business = models.CharField(max_length=20, blank=True)

    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    begun_at = models.DateTimeField()
    happened_on = models.DateField(null=True, blank=True)
    filed_by = models.CharField(max_length=20, choices=choices_of(FiledBy))
    filed_by_name = models.CharField(max_length=160)
    practice = models.ForeignKey(
        Practice, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    authority = models.CharField(max_length=12, choices=choices_of(Authority))
    authority_shown_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField()
    about = models.CharField(max_length=160, blank=True)
    about_account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    contact = models.ForeignKey(
        MemberContact, on_delete=models.PROTECT, related_name="grievances", null=True, blank=True
    )
    appeal = models.ForeignKey(
        Appeal, on_delete=models.PROTECT, related_name="grievances", null=True, blank=True
    )

    about_a_decision = models.BooleanField(default=False)
    clinical = models.BooleanField(default=False)
    quality_of_care = models.BooleanField(default=False)
    fast_ground = models.CharField(max_length=20, blank=True, choices=choices_of(FastGround))
    fast_because = models.CharField(max_length=300, blank=True)
    exempt_until_at = models.DateTimeField(null=True, blank=True)

    handler = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    extended_at = models.DateTimeField(null=True, blank=True)
    extension_ground = models.CharField(max_length=40, blank=True)
    late_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.CharField(max_length=300, blank=True)

    class Privacy:
        protected = ("filed_by_name", "words", "about", "fast_because", "closed_why", "type_reason")

    class Meta:
        db_table = "grievance"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="grievance_number_once"),
            models.UniqueConstraint(fields=["tenant", "client_key"], name="grievance_key_once"),
            models.CheckConstraint(condition=Q(state__in=list(State)), name="grievance_state"),
            models.CheckConstraint(
                condition=Q(received_at__lte=F("recorded_at")), name="grievance_received_first"
            ),
            models.CheckConstraint(
                condition=(_OPEN & Q(closed_at=None)) | (~_OPEN & Q(closed_at__isnull=False)),
                name="grievance_closed_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_work") | Q(handler__isnull=False),
                name="grievance_lies_with_somebody",
            ),
            models.CheckConstraint(
                condition=Q(about_account=None) | Q(handler=None) | ~Q(handler=F("about_account")),
                name="grievance_not_with_whom_it_is_about",
            ),
            models.CheckConstraint(
                condition=~Q(kind="exempt")
                | Q(about_a_decision=False, clinical=False, quality_of_care=False),
                name="grievance_never_exempt",
            ),
            models.CheckConstraint(
                condition=~Q(state="solved") | Q(kind="exempt"), name="grievance_solved_if_exempt"
            ),
            models.CheckConstraint(
                condition=~Q(state="became_appeal") | Q(appeal__isnull=False),
                name="grievance_became_an_appeal",
            ),
            models.CheckConstraint(
                condition=~Q(authority="shown") | Q(authority_shown_at__isnull=False),
                name="grievance_authority_since",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "member", "-received_at"], name="grievance_of_member"),
            models.Index(fields=["tenant", "-received_at", "id"], name="grievance_newest"),
        ]

    def __str__(self) -> str:
        return self.number
