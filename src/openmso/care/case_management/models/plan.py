"""The care plan in its editions, the goals, what the member says, and the specialists it opens."""

from django.db import models
from django.db.models import F, Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.roster.providers.models import Practitioner
from openmso.standards.identifiers.row_id import new_id

from ..domain.complex_condition import Access
from ..domain.states import GoalState
from .care_case import CareCase


class CarePlan(models.Model):
    """One edition of a member's plan, sent to the member. Never changed: a newer one follows it.

    `steps` holds one step a line; the Spanish texts are empty while nobody wrote them.
    `doctor` is who made the plan with the member.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="plans")
    edition = models.PositiveIntegerField()
    doctor = models.CharField(max_length=160)
    about = models.TextField()
    about_es = models.TextField(blank=True)
    steps = models.TextField()
    steps_es = models.TextField(blank=True)
    written_at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("doctor", "about", "about_es", "steps", "steps_es")

    class Meta:
        db_table = "care_plan"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "case", "edition"], name="care_plan_edition_once"
            )
        ]

    def __str__(self) -> str:
        return f"care plan, edition {self.edition}"


class Goal(models.Model):
    """What the member wants to reach, in the words of whoever set it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="goals")
    words = models.CharField(max_length=500)
    language = models.CharField(max_length=20, default="en")
    by_member = models.BooleanField()
    by_name = models.CharField(max_length=120)
    set_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=choices_of(GoalState), default=GoalState.OPEN.value
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("words",)

    class Meta:
        db_table = "care_goal"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="care_goal_settled_when",
            )
        ]
        indexes = [models.Index(fields=["tenant", "case", "set_at"], name="care_goal_of_case")]

    def __str__(self) -> str:
        return f"goal, {self.state}"


class Comment(models.Model):
    """What the member, or somebody of ours, said about the plan. Part of the record: never changed.

    `edition` is the newest edition of the plan when it was written, 0 before the first.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="comments")
    edition = models.PositiveIntegerField()
    words = models.TextField()
    language = models.CharField(max_length=20, default="en")
    by_member = models.BooleanField()
    by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Privacy:
        protected = ("words",)

    class Meta:
        db_table = "care_comment"
        indexes = [
            models.Index(fields=["tenant", "case", "written_at"], name="care_comment_of_case")
        ]

    def __str__(self) -> str:
        return f"comment on edition {self.edition}"


class StandingAccess(models.Model):
    """A specialist of the network whom the member sees as often as needed, for the plan's term."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CareCase, on_delete=models.PROTECT, related_name="accesses")
    plan = models.ForeignKey(CarePlan, on_delete=models.PROTECT, related_name="accesses")
    specialist = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField()
    given_at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Privacy:
        protected = ("from_on", "until_on")

    class Meta:
        db_table = "care_standing_access"
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gt=F("from_on")), name="care_standing_access_days"
            )
        ]
        indexes = [
            models.Index(fields=["tenant", "case", "from_on"], name="care_standing_access_of_case")
        ]

    def __str__(self) -> str:
        return f"standing access from {self.from_on}"

    @property
    def access(self) -> Access:
        """The same as the decisions want it."""
        return Access(specialist=str(self.specialist), from_on=self.from_on, until_on=self.until_on)
