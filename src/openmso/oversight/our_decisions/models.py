"""A decision as everybody may read it."""

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .domain.releasing import DecidedBy, Outcome


class OurDecision(models.Model):
    """One decided case on the public list. It holds no name, no day and no number of the case but
    the id by which we find it again, which is never published.

    `category` is the kind of the first service; `text` was written and released by a person after
    the check had found nothing. `taken_back_at`: it is no longer public.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    case_kind_of = models.CharField(max_length=40)
    case_id_of = models.UUIDField()
    year = models.PositiveSmallIntegerField()
    decided_by = models.CharField(max_length=40)
    outcome = models.CharField(max_length=20)
    line_of_business = models.CharField(max_length=20)
    category = models.CharField(max_length=40)
    text = models.TextField()
    released_by_name = models.CharField(max_length=120)
    released_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by_name = models.CharField(max_length=120, blank=True)
    taken_back_why = models.CharField(max_length=300, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ("taken_back_why",)

    class Meta:
        db_table = "our_decision"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "case_id_of"],
                condition=Q(taken_back_at=None),
                name="our_decision_once",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__in=[one.value for one in DecidedBy]),
                name="our_decision_decided_by",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[one.value for one in Outcome]),
                name="our_decision_outcome",
            ),
        ]
        indexes = [models.Index(fields=["tenant", "-year", "-id"], name="our_decision_newest")]

    def __str__(self) -> str:
        return f"{self.outcome} in {self.year}"

    @property
    def case_kind(self) -> str:
        return "our_decision"
