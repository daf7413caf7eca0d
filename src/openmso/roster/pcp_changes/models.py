"""A member's wish for another primary care doctor, and what the plan's file said to it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan
from openmso.roster.providers.models import Practitioner
from openmso.standards.identifiers.row_id import new_id

from .domain.answer import OPEN, State

_STATES = [(one.value, one.value.replace("_", " ")) for one in State]
_OPEN = Q(state__in=sorted(OPEN))


class PcpChange(models.Model):
    """`coverage` is the span under which it was asked; `got` the doctor the plan's file names."""

    case_kind: ClassVar[str] = "pcp_change"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    coverage = models.ForeignKey(CoverageSpan, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    wanted = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=_STATES, default=State.ASKED)
    asked_at = models.DateTimeField()
    passed_on_at = models.DateTimeField(null=True, blank=True)
    proof = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    got = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Privacy:
        protected = ("reason",)

    class Meta:
        db_table = "pcp_change"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="pcp_change_number_once"),
            models.UniqueConstraint(
                fields=["tenant", "member"], condition=_OPEN, name="pcp_change_one_open"
            ),
            models.CheckConstraint(
                condition=(_OPEN & Q(answered_at=None)) | (~_OPEN & Q(answered_at__isnull=False)),
                name="pcp_change_answered",
            ),
            models.CheckConstraint(
                condition=Q(state=State.ASKED) | ~Q(proof="") | Q(answered_at__isnull=False),
                name="pcp_change_passed_on_with_proof",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "-asked_at", "id"], name="pcp_change_newest"),
        ]

    def __str__(self) -> str:
        return self.number
