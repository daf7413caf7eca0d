"""Queues of open work over cases of any kind.

An item carries what a row of the list shows, so that one page is one query on one index. It leaves
its queue with an outcome, never silently.
"""

from django.db import models
from django.db.models import Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

_OPEN = Q(closed_at=None)


class WorklistItem(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    queue = models.CharField(max_length=30)
    case_kind = models.CharField(max_length=40)
    case_id = models.UUIDField()
    case_number = models.CharField(max_length=20)
    ipa_id = models.UUIDField(null=True, blank=True)
    member_name = models.CharField(max_length=160)
    service = models.CharField(max_length=200)
    line_of_business = models.CharField(max_length=20)
    urgency = models.CharField(max_length=20)
    note = models.CharField(max_length=120, blank=True)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    due_rule = models.CharField(max_length=40)
    assignee_id = models.UUIDField(null=True, blank=True)
    assignee_name = models.CharField(max_length=120, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True)

    class Privacy:
        protected = ("member_name", "service")

    class Meta:
        db_table = "worklist_item"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "case_id"], condition=_OPEN, name="worklist_one_open_item"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="worklist_outcome_when_closed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "queue", "due_at", "id"], condition=_OPEN, name="worklist_due"
            ),
            models.Index(
                fields=["tenant", "queue", "ipa_id", "due_at", "id"],
                condition=_OPEN,
                name="worklist_due_by_ipa",
            ),
            models.Index(
                fields=["tenant", "queue", "urgency", "due_at", "id"],
                condition=_OPEN,
                name="worklist_due_by_urgency",
            ),
            models.Index(
                fields=["tenant", "queue", "assignee_id", "due_at", "id"],
                condition=_OPEN,
                name="worklist_due_by_assignee",
            ),
            models.Index(
                fields=["tenant", "queue", "closed_at"],
                condition=Q(closed_at__isnull=False),
                name="worklist_done",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_number} in {self.queue}"
