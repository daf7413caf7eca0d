"""Schedules of duty, their shifts, who is away."""

from django.db import models
from django.db.models import F, Q

from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.stretch import Absence, Duty, Stretch
from .roles import ROLE_CHOICES

SCHEDULE = "duty_schedule"


class DutySchedule(models.Model):
    """Who is on duty for one role from `starts_at` (inclusive) to `ends_at` (exclusive), UTC.

    Where two cover the same time, the one published last holds; the earlier one stays on record.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    published_at = models.DateTimeField()
    published_by_id = models.UUIDField(null=True, blank=True)
    published_by_name = models.CharField(max_length=120)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "duty_schedule"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="duty_schedule_span"
            )
        ]
        indexes = [
            models.Index(fields=["tenant", "role", "-ends_at"], name="duty_schedule_of_role")
        ]

    def __str__(self) -> str:
        return f"{self.role} from {self.starts_at:%Y-%m-%d} to {self.ends_at:%Y-%m-%d}"

    @property
    def case_kind(self) -> str:
        return SCHEDULE

    @property
    def period(self) -> Stretch:
        return Stretch(self.starts_at, self.ends_at)


class Shift(models.Model):
    """One turn of a schedule. `given_up_at` is when a swap put others (`instead_of`) in its place.

    `role` repeats the schedule's, so that finding who is on duty is one look at one index.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    schedule = models.ForeignKey(DutySchedule, on_delete=models.PROTECT, related_name="shifts")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.PositiveSmallIntegerField(default=1)
    instead_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "duty_shift"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_shift_span")
        ]
        indexes = [
            models.Index(
                fields=["tenant", "ends_at", "starts_at"],
                condition=Q(given_up_at=None),
                name="duty_shift_now",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.starts_at:%Y-%m-%d %H:%M}"

    def duty(self) -> Duty:
        """Return the turn as the decisions know it; reads the account's name."""
        return Duty(
            person_id=self.account_id,
            person=self.account.name,
            during=Stretch(self.starts_at, self.ends_at),
            place=self.place,
            shift_id=self.id,
        )


class Leave(models.Model):
    """A time in which somebody is away, whatever the schedules say."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    noted_at = models.DateTimeField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "duty_leave"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_leave_span")
        ]
        indexes = [models.Index(fields=["tenant", "ends_at"], name="duty_leave_now")]

    def __str__(self) -> str:
        return f"away from {self.starts_at:%Y-%m-%d %H:%M}"

    def absence(self) -> Absence:
        return Absence(
            person_id=self.account_id,
            person=self.account.name,
            during=Stretch(self.starts_at, self.ends_at),
        )
