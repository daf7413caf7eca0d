"""What happened to a case, and what is due.

Both tables name their case by kind and id, without a foreign key: the timeline knows no case kind.
"""

from datetime import datetime

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class CaseEvent(models.Model):
    """One line of a case's history. Append only: a database trigger refuses change and removal.

    `happened_at` is when it happened, `recorded_at` when we learned it; `line` orders what one
    action recorded.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # The lock on the row holds its office to the writer's own, so no key is checked again: that
    # would lock the one row of the office for everybody who writes history at the same time.
    tenant = models.ForeignKey(
        Tenant, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    name = models.CharField(max_length=60)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    line = models.PositiveSmallIntegerField(default=0)
    actor_id = models.UUIDField(null=True, blank=True)
    actor_name = models.CharField(max_length=120)
    actor_kind = models.CharField(max_length=10)
    details = models.JSONField(default=dict)

    class Privacy:
        protected = ("details",)

    class Meta:
        db_table = "case_event"
        indexes = [
            models.Index(
                fields=["tenant", "case_id", "recorded_at", "line"], name="case_event_of_case"
            ),
            models.Index(fields=["tenant", "name", "recorded_at"], name="case_event_by_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} at {self.happened_at:%Y-%m-%d %H:%M}"


class Deadline(models.Model):
    """One due time with everything that explains it: rule, citation, edition, arithmetic.

    Of several answers for one `purpose` the strictest `governs`; the others are kept beside it.
    `met_at` is when the duty was done, `missed_at` when the office acted on silence, `closed_at`
    when the duty fell away (a withdrawn request).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    purpose = models.CharField(max_length=40)
    rule_id = models.CharField(max_length=40)
    question = models.CharField(max_length=80)
    authority = models.CharField(max_length=30)
    citation = models.CharField(max_length=300)
    verified = models.CharField(max_length=20)
    edition = models.CharField(max_length=16)
    starts_with = models.CharField(max_length=60)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    extended = models.BooleanField(default=False)
    governs = models.BooleanField()
    working = models.JSONField(default=list)
    met_at = models.DateTimeField(null=True, blank=True)
    missed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "deadline"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "case_id", "purpose", "rule_id"], name="deadline_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "due_at"],
                name="deadline_open",
                condition=Q(governs=True, met_at=None, missed_at=None, closed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} by {self.due_at:%Y-%m-%d %H:%M} ({self.rule_id})"

    @property
    def is_open(self) -> bool:
        return self.met_at is None and self.missed_at is None and self.closed_at is None

    def has_run_out(self, at: datetime) -> bool:
        """Tell whether it is open and its time has fully passed at `at`."""
        return self.is_open and self.due_at < at
