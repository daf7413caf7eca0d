"""An admission: what the hospital told, who the patient is, where the stay stands."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Hospital
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import ADMISSION
from ..domain.concurrent_review import Desk
from ..domain.notification import Channel, Way
from ..domain.states import DischargedTo, State


class Admission(models.Model):
    """One stay. Where the patient was and when stands in its moves; `admitted_at` and
    `discharged_at` repeat the first and the last of them for lists.

    `approved_until_on` is the first day that nobody has approved, `next_review_on` the day of the
    next look. `identified_at` is when we knew whose stay it is. `hospital` is where it began.
    """

    case_kind: ClassVar[str] = ADMISSION

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(max_length=20)
    client_key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, choices=choices_of(State))

    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    notified_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    notified_late = models.BooleanField(default=False)

    hospital = models.ForeignKey(
        Hospital, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    caller = models.CharField(max_length=120, blank=True)
    call_back = models.CharField(max_length=40, blank=True)
    told_name = models.CharField(max_length=160)
    told_birth_date = models.DateField(null=True, blank=True)
    told_number = models.CharField(max_length=40, blank=True)
    told_authorization = models.CharField(max_length=40, blank=True)
    told_receipt = models.CharField(max_length=40, blank=True)

    way = models.CharField(max_length=10, choices=choices_of(Way))
    admitted_at = models.DateTimeField()
    reason = models.TextField()
    attending = models.CharField(max_length=120, blank=True)
    authorization = models.ForeignKey(
        AuthorizationRequest,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    night = models.OneToOneField(
        PostStabilization,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="the request of the night that this unplanned stay began with",
    )

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    coverage = models.ForeignKey(
        CoverageSpan,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    plan = models.ForeignKey(
        HealthPlan,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    ipa = models.ForeignKey(
        Ipa, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    line_of_business = models.CharField(max_length=20, blank=True)
    identified_at = models.DateTimeField(null=True, blank=True)

    review_desk = models.CharField(
        max_length=10, choices=choices_of(Desk), default=Desk.NURSE.value
    )
    approved_until_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)

    discharge_planned_at = models.DateTimeField(null=True, blank=True)
    qio_told_at = models.DateTimeField(null=True, blank=True)
    discharged_at = models.DateTimeField(null=True, blank=True)
    discharged_to = models.CharField(max_length=20, blank=True, choices=choices_of(DischargedTo))
    instructions = models.TextField(blank=True, help_text="what the member was told to do")
    follow_up_with = models.CharField(max_length=160, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected = (
            *("caller", "call_back", "told_name", "told_birth_date", "told_number", "reason"),
            *("attending", "instructions", "follow_up_with", "follow_up_on"),
        )

    class Meta:
        db_table = "admission"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="admission_number_once"),
            models.UniqueConstraint(fields=["tenant", "client_key"], name="admission_key_once"),
            models.CheckConstraint(condition=Q(state__in=list(State)), name="admission_state"),
            models.CheckConstraint(
                condition=Q(notified_at__lte=F("recorded_at")), name="admission_told_first"
            ),
            models.CheckConstraint(
                condition=Q(state="discharged", discharged_at__gt=F("admitted_at"))
                | (~Q(state="discharged") & Q(discharged_at=None)),
                name="admission_discharged_when",
            ),
            models.CheckConstraint(
                condition=Q(night=None) | Q(way="unplanned"), name="admission_night_unplanned"
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "state", "ipa", "-admitted_at", "id"], name="admission_census"
            ),
            models.Index(
                fields=["tenant", "hospital", "-notified_at"], name="admission_of_hospital"
            ),
            models.Index(fields=["tenant", "member", "-admitted_at"], name="admission_of_member"),
        ]

    def __str__(self) -> str:
        return self.number
