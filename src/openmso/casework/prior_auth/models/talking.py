"""What is said between the desk and the practice: talks, questions, messages."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .request import AuthorizationRequest


class PeerToPeer(models.Model):
    """A talk between the reviewer and the requesting doctor: offered, answered, held."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        ACCEPTED = "accepted", "Time chosen"
        DECLINED = "declined", "Declined by the practice"
        HELD = "held", "Held"
        NOT_REACHED = "not_reached", "Doctor not reached"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
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

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
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

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
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
