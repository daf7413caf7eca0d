"""Everything that left or is about to leave: to whom, by which way, when, with which proof."""

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .interfaces import Address


class Dispatch(models.Model):
    """One thing on its way to one receiver.

    The address is a snapshot taken when it was ordered, so that a second try can reach nobody
    else. `letter_format` names what a vendor has still to make of the file (braille, audio);
    `counts_as_notice` is false for the screen copy of a letter that also goes out on paper.
    """

    class Way(models.TextChoices):
        MAIL = "mail", "Mail"
        FAX = "fax", "Fax"
        PORTAL = "portal", "Portal"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Could not be sent"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    letter_id = models.UUIDField()
    what = models.CharField(max_length=40, help_text="which letter of the catalog")
    file_name = models.CharField(max_length=120)
    content_sha256 = models.CharField(max_length=64)
    about_member_id = models.UUIDField()
    receiver_kind = models.CharField(max_length=20)
    receiver_id = models.UUIDField()
    receiver_name = models.CharField(max_length=160)
    address = models.JSONField(default=dict)
    language = models.CharField(max_length=20, default="en")
    letter_format = models.CharField(max_length=20, default="standard")
    way = models.CharField(max_length=10, choices=Way.choices)
    counts_as_notice = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    ordered_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    proof = models.CharField(max_length=120, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    class Privacy:
        protected = ("receiver_name", "address", "content_sha256", "problem")

    class Meta:
        db_table = "dispatch"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "letter_id", "receiver_id", "way"], name="dispatch_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | (Q(sent_at__isnull=False) & ~Q(proof="")),
                name="dispatch_sent_with_proof",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "case_id", "ordered_at"], name="dispatch_of_case"),
            models.Index(
                fields=["tenant", "ordered_at"],
                condition=~Q(state="sent"),
                name="dispatch_not_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} to {self.receiver_kind}, {self.state}"

    def snapshot(self) -> Address:
        """Return the address as it was when the sending was ordered."""
        return Address(
            name=self.receiver_name,
            lines=tuple(self.address.get("lines", ())),
            fax=self.address.get("fax", ""),
            language=self.language,
            letter_format=self.letter_format,
        )
