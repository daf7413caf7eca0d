"""Where people are paged, and the calls the phone desk took for them."""

from django.db import models

from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .roles import ROLE_CHOICES

CALL_TAKEN = "call_taken"


class PagerNumber(models.Model):
    """Where an account's holder is paged, beside their e-mail."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="pager")
    number = models.CharField(max_length=30)

    class Privacy:
        protected = ("number",)

    class Meta:
        db_table = "pager_number"

    def __str__(self) -> str:
        return f"pager of {self.account_id}"


class CallTaken(models.Model):
    """What a caller told the phone desk, for the one who is on call. Part of no chart."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    caller = models.CharField(max_length=120)
    call_back = models.CharField(max_length=30)
    about = models.CharField(max_length=160, blank=True)
    message = models.CharField(max_length=500)
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    taken_at = models.DateTimeField()
    taken_by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("caller", "call_back", "about", "message")

    class Meta:
        db_table = "call_taken"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="call_taken_number")
        ]
        indexes = [models.Index(fields=["tenant", "-taken_at"], name="call_taken_newest")]

    def __str__(self) -> str:
        return self.number

    @property
    def case_kind(self) -> str:
        return CALL_TAKEN
