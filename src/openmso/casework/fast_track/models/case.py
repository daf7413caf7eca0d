"""One announced end of care: the notice, the member's request, our papers, how it came out."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import FAST_TRACK
from ..domain.asking import Way
from ..domain.care import Care, End
from ..domain.decision import Answer
from ..domain.notice import Proof
from ..domain.states import OPEN, State


class FastTrackCase(models.Model):
    """The end of one member's care on one day.

    `ends_on` is the day of the discharge, or the last covered day on the notice. `came_from` is the
    case before it in the same stay or course of care. `told_at` is when the QIO told us of the
    request; `covered_until` the instant from which the member may owe, None while nobody knows or
    when care goes on, and `covered_rule` the rule that says so.
    """

    case_kind: ClassVar[str] = FAST_TRACK

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=1)
    care = models.CharField(max_length=30, choices=choices_of(Care))
    state = models.CharField(max_length=20, choices=choices_of(State))
    came_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="followed_by", null=True, blank=True
    )

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    member_number = models.CharField(max_length=40, blank=True)
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="+", db_index=False)
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+", db_index=False)
    line_of_business = models.CharField(max_length=20)
    admission = models.ForeignKey(
        Admission, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    request = models.ForeignKey(
        AuthorizationRequest,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
        help_text="the request under which the care is given, if it came through us",
    )
    provider_name = models.CharField(max_length=160)
    provider_phone = models.CharField(max_length=40, blank=True)
    ends_on = models.DateField()
    recorded_at = models.DateTimeField()

    notice_given_at = models.DateTimeField(null=True, blank=True)
    notice_given_by = models.CharField(max_length=160, blank=True)
    notice_proof = models.CharField(max_length=30, blank=True, choices=choices_of(Proof))
    notice_told_to = models.CharField(max_length=120, blank=True)
    notice_witness = models.CharField(max_length=120, blank=True)
    notice_mailed_on = models.DateField(null=True, blank=True)
    notice_late = models.BooleanField(default=False)

    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=120, blank=True)
    asked_way = models.CharField(max_length=20, blank=True, choices=choices_of(Way))
    told_at = models.DateTimeField(null=True, blank=True)
    qio_reference = models.CharField(max_length=60, blank=True)
    reasons_written_at = models.DateTimeField(null=True, blank=True)
    reasons_given_at = models.DateTimeField(null=True, blank=True)
    reasons_given_how = models.CharField(max_length=160, blank=True)
    records_sent_at = models.DateTimeField(null=True, blank=True)
    records_sent_what = models.CharField(max_length=300, blank=True)
    papers_late_at = models.DateTimeField(null=True, blank=True)

    answer = models.CharField(max_length=20, blank=True, choices=choices_of(Answer))
    decided_at = models.DateTimeField(null=True, blank=True)
    covered_until = models.DateTimeField(null=True, blank=True)
    covered_rule = models.CharField(max_length=40, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)
    appeal_id = models.UUIDField(
        null=True, blank=True, help_text="the plan's fast appeal that a late request became"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.CharField(max_length=300, blank=True)

    class Privacy:
        protected = (
            *("provider_name", "provider_phone", "notice_given_by", "notice_told_to"),
            *("notice_witness", "asked_by", "reasons_given_how", "records_sent_what", "closed_why"),
        )

    class Meta:
        db_table = "fast_track_case"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="fast_track_number_once"),
            models.UniqueConstraint(
                fields=["tenant", "member", "care"],
                condition=Q(state__in=sorted(one.value for one in OPEN)),
                name="fast_track_one_end_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in State]), name="fast_track_state"
            ),
            models.CheckConstraint(
                condition=Q(care="hospital_stay") | Q(admission=None),
                name="fast_track_stay_is_of_a_hospital",
            ),
            models.CheckConstraint(
                condition=Q(notice_given_at=None)
                | (~Q(notice_proof="") & ~Q(notice_told_to="") & ~Q(notice_given_by="")),
                name="fast_track_notice_is_proven",
            ),
            models.CheckConstraint(
                condition=~Q(notice_proof="refused_to_sign") | ~Q(notice_witness=""),
                name="fast_track_refusal_was_seen",
            ),
            models.CheckConstraint(
                condition=~Q(state="end_stands") | Q(covered_until__isnull=False),
                name="fast_track_end_says_who_pays",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "member", "-recorded_at"], name="fast_track_of_member"),
            models.Index(fields=["tenant", "-recorded_at", "id"], name="fast_track_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def end(self) -> End:
        """The end as the decisions of this folder want it."""
        return End(care=Care(self.care), line_of_business=self.line_of_business, on=self.ends_on)
