"""A member whose care somebody follows, from the first day to the outcome."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.standards.identifiers.row_id import new_id

from ..case_kind import CARE_CASE
from ..domain.complex_condition import Flag
from ..domain.states import Closing, State


class CareCase(models.Model):
    """One member in somebody's caseload; at most one open case a member.

    The flag of a complex or serious condition stands from `complex_from_on` up to but without
    `complex_until_on`.
    """

    case_kind: ClassVar[str] = CARE_CASE

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=choices_of(State), default=State.OPEN.value)
    reason = models.TextField(help_text="why this member's care is followed")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    coverage = models.ForeignKey(CoverageSpan, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="+")
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+")
    line_of_business = models.CharField(max_length=20)
    manager = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    manager_name = models.CharField(max_length=120)

    opened_at = models.DateTimeField()
    complex_condition = models.CharField(max_length=300, blank=True)
    complex_said_by = models.CharField(max_length=120, blank=True)
    complex_from_on = models.DateField(null=True, blank=True)
    complex_until_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closing = models.CharField(max_length=20, choices=choices_of(Closing), blank=True)
    closing_words = models.TextField(blank=True)

    class Privacy:
        protected = ("reason", "complex_condition", "complex_said_by", "closing_words")

    class Meta:
        db_table = "care_case"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="care_case_number_once"),
            models.UniqueConstraint(
                fields=["tenant", "member"], condition=Q(state="open"), name="care_case_one_open"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None, closing="")
                | (Q(state="closed", closed_at__isnull=False) & ~Q(closing="")),
                name="care_case_outcome_when_closed",
            ),
            models.CheckConstraint(
                condition=Q(complex_from_on=None, complex_until_on=None)
                | (Q(complex_from_on__isnull=False) & ~Q(complex_condition="")),
                name="care_case_flag_has_condition",
            ),
            models.CheckConstraint(
                condition=Q(complex_until_on=None) | Q(complex_until_on__gte=F("complex_from_on")),
                name="care_case_flag_days",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "member", "-opened_at"], name="care_case_of_member"),
            models.Index(
                fields=["tenant", "manager", "opened_at"],
                condition=Q(state="open"),
                name="care_case_caseload",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def flag(self) -> Flag | None:
        """The flag of a complex or serious condition, standing or ended."""
        if self.complex_from_on is None:
            return None
        return Flag(from_on=self.complex_from_on, until_on=self.complex_until_on)
