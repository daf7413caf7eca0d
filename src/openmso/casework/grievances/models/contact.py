"""One contact with a member: why they called, as a code, and what was opened from it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.models import Appeal
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.standards.identifiers.row_id import new_id

from ..domain.intents import Intent


class MemberContact(models.Model):
    """`request` is the request it was about, `appeal` the appeal that was filed from it."""

    case_kind: ClassVar[str] = "member_contact"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    intent = models.CharField(max_length=20, choices=choices_of(Intent))
    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    appeal = models.ForeignKey(
        Appeal, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "member_contact"
        constraints = [
            models.CheckConstraint(
                condition=Q(received_at__lte=F("recorded_at")), name="member_contact_received_first"
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "member", "-received_at"], name="member_contact_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.intent} on {self.received_at:%Y-%m-%d}"
