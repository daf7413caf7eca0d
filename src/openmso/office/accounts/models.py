"""Invitations: who was asked to open an account, by whom, until when."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from openmso.office.access.roles import ROLES, Role
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class Invitation(models.Model):
    """One person asked by e-mail to open an account.

    The link's secret is not here, only its digest; empty until the mail is made, and again once
    the link is used or taken back. The link works before `expires_at` and not at that instant.
    `invited_by_id` is empty for an office's first administrator, whom a command invited.
    """

    class State(models.TextChoices):
        PENDING = "pending", "Waiting"
        ACCEPTED = "accepted", "Accepted"
        EXPIRED = "expired", "Expired"
        WITHDRAWN = "withdrawn", "Withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField()
    role = models.CharField(max_length=40)
    practice_id = models.UUIDField(null=True, blank=True)
    invited_by_id = models.UUIDField(null=True, blank=True)
    invited_by_name = models.CharField(max_length=120)
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    secret_sha256 = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    account_id = models.UUIDField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("email", "secret_sha256")

    class Meta:
        db_table = "invitation"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "practice_id", "email"],
                nulls_distinct=False,
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invitation_open_once",
            ),
            models.UniqueConstraint(
                fields=["secret_sha256"],
                condition=~Q(secret_sha256=""),
                name="invitation_secret_once",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_one_end"
            ),
        ]
        indexes = [models.Index(fields=["tenant", "-invited_at"], name="invitation_newest")]

    def __str__(self) -> str:
        return f"Invitation {self.id} as {self.role}"

    @property
    def case_kind(self) -> str:
        return "invitation"

    @property
    def role_name(self) -> str:
        return ROLES[Role(self.role)].name

    def state(self, at: datetime) -> State:
        """Return where the invitation stands at the instant `at`."""
        if self.accepted_at is not None:
            return self.State.ACCEPTED
        if self.withdrawn_at is not None:
            return self.State.WITHDRAWN
        return self.State.PENDING if at < self.expires_at else self.State.EXPIRED
