"""What is to be done, what was said, how the member is, and what to do after a visit or stay."""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.daily_status import Condition
from ..domain.states import ContactOutcome, ContactWay, ContactWith, Source, TaskOutcome
from .care_case import CareCase


class Task(models.Model):
    """One thing to do by the end of `due_on`; it leaves the list with an outcome only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="tasks")
    what = models.CharField(max_length=300)
    due_on = models.DateField()
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=20, choices=choices_of(TaskOutcome), blank=True)
    outcome_words = models.TextField(blank=True)

    class Privacy:
        protected = ("what", "outcome_words")

    class Meta:
        db_table = "care_task"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, outcome="")
                | (Q(ended_at__isnull=False) & ~Q(outcome="")),
                name="care_task_outcome_when_ended",
            )
        ]
        indexes = [
            models.Index(fields=["tenant", "case", "due_on"], name="care_task_of_case"),
        ]

    def __str__(self) -> str:
        return f"task due {self.due_on}"


class Contact(models.Model):
    """One talk, or one try. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="contacts")
    way = models.CharField(max_length=10, choices=choices_of(ContactWay))
    with_whom = models.CharField(max_length=20, choices=choices_of(ContactWith))
    outcome = models.CharField(max_length=20, choices=choices_of(ContactOutcome))
    note = models.TextField(blank=True)
    talked_at = models.DateTimeField()
    written_at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("note",)

    class Meta:
        db_table = "care_contact"
        indexes = [
            models.Index(fields=["tenant", "case", "-talked_at"], name="care_contact_of_case"),
        ]

    def __str__(self) -> str:
        return f"contact by {self.way}, {self.outcome}"


class StatusEntry(models.Model):
    """How the member was on one day. An entry written on a later day shows it. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="statuses")
    on = models.DateField()
    condition = models.CharField(max_length=10, choices=choices_of(Condition))
    note = models.TextField(blank=True)
    late = models.BooleanField(default=False, help_text="written after the day it is about")
    written_at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("condition", "note")

    class Meta:
        db_table = "care_status"
        indexes = [models.Index(fields=["tenant", "case", "-on"], name="care_status_of_case")]

    def __str__(self) -> str:
        return f"status of {self.on}"


class Instructions(models.Model):
    """What the member is to do after a visit or a discharge; sent to the member. Never changed.

    `steps` holds one instruction a line; `steps_es` the same in Spanish, empty while nobody wrote
    it. `from_whom` is the practice or hospital that gave them on `given_on`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="instructions")
    source = models.CharField(max_length=10, choices=choices_of(Source))
    from_whom = models.CharField(max_length=160)
    given_on = models.DateField()
    steps = models.TextField()
    steps_es = models.TextField(blank=True)
    follow_up_on = models.DateField()
    written_at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("from_whom", "steps", "steps_es")

    class Meta:
        db_table = "care_instructions"
        indexes = [
            models.Index(fields=["tenant", "case", "-written_at"], name="care_instructions_of_case")
        ]

    def __str__(self) -> str:
        return f"instructions after a {self.source}"
