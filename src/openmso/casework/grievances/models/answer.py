"""The answer to a grievance, guarded by a trigger in the database besides the code."""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.answering import Finding
from .grievance import Grievance


class GrievanceAnswer(models.Model):
    """One answer of one round. Never changed. `at_once`: solved without a letter, and logged."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    grievance = models.ForeignKey(Grievance, on_delete=models.PROTECT, related_name="answers")
    round = models.PositiveSmallIntegerField()
    at_once = models.BooleanField()
    finding = models.CharField(max_length=12, choices=choices_of(Finding))
    plain = models.TextField()
    plain_es = models.TextField(blank=True)
    internal = models.TextField(blank=True)
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    answered_by_name = models.CharField(max_length=120)
    answered_at = models.DateTimeField()
    answered_on = models.DateField(help_text="the day of the answer in the office's time zone")

    class Privacy:
        protected = ("plain", "plain_es", "internal")

    class Meta:
        db_table = "grievance_answer"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "grievance", "round"], name="grievance_answer_once_a_round"
            ),
            models.CheckConstraint(condition=~Q(plain=""), name="grievance_answer_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.finding} on {self.answered_on}"
