"""Treatment under way, and what became of it when a PCP, IPA or plan changed."""

from django.db import models
from django.db.models import F, Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.continuity import GoesOn, UnderWay
from .care_case import CareCase


class Treatment(models.Model):
    """A treatment under way, from `since_on` up to but without `ended_on`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="treatments")
    what = models.CharField(max_length=200)
    with_whom = models.CharField(max_length=160)
    since_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected = ("what", "with_whom", "since_on", "ended_on")

    class Meta:
        db_table = "care_treatment"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since_on")),
                name="care_treatment_days",
            )
        ]
        indexes = [models.Index(fields=["tenant", "case"], name="care_treatment_of_case")]

    def __str__(self) -> str:
        return f"treatment since {self.since_on}"

    @property
    def under_way(self) -> UnderWay:
        """The same as the decisions want it."""
        return UnderWay(
            what=f"{self.what}, {self.with_whom}", from_on=self.since_on, until_on=self.ended_on
        )


class ContinuityAnswer(models.Model):
    """What goes on after one change, as it was answered when the change was noticed.

    `until_on` is the first day on which it no longer holds by this answer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="continuity")
    changed_on = models.DateField()
    changed_what = models.CharField(max_length=40)
    what = models.CharField(max_length=400)
    approval = models.CharField(max_length=20, blank=True)
    goes_on = models.CharField(max_length=20, choices=choices_of(GoesOn))
    until_on = models.DateField(null=True, blank=True)
    rule_id = models.CharField(max_length=40, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300)
    answered_at = models.DateTimeField()

    class Privacy:
        protected = ("what", "approval", "changed_on", "until_on")

    class Meta:
        db_table = "care_continuity"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "case", "changed_on", "what"], name="care_continuity_once"
            )
        ]

    def __str__(self) -> str:
        return f"continuity after {self.changed_on}: {self.goes_on}"
