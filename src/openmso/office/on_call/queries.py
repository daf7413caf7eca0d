"""Who is on duty, when, and who is away."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch

from openmso.office.access.actor import Actor

from .domain.coverage import without_absences
from .domain.duty_role import DutyRole
from .domain.in_force import Published, in_force
from .domain.stretch import Absence, Duty, Stretch
from .models import DutySchedule, Leave, Shift

_INSTANT = timedelta(microseconds=1)
_MOST_RETURNS = 60


class ShiftNotFound(LookupError):
    """There is no such shift in this office."""


def on_duty(tenant_id: UUID, role: DutyRole, at: datetime) -> list[Duty]:
    """Return who is on duty for `role` at the instant `at`, in the order in which they are called.

    Empty where no schedule covers that instant, or whoever it names is away. Three queries.
    """
    return on_duty_for(tenant_id, [role], at)[role]


def on_duty_for(
    tenant_id: UUID, roles: Iterable[DutyRole], at: datetime
) -> dict[DutyRole, list[Duty]]:
    """Return who is on duty for each of `roles` at the instant `at`. Three queries."""
    now = duties_in(tenant_id, roles, Stretch(at, at + _INSTANT))
    return {
        role: sorted(duties, key=lambda duty: (duty.place, duty.person))
        for role, duties in now.items()
    }


def duties_in(
    tenant_id: UUID, roles: Iterable[DutyRole], window: Stretch
) -> dict[DutyRole, list[Duty]]:
    """Return the duties of each role inside `window`, cut to it, without those who are away and
    those whose account is switched off. Three queries."""
    wanted = list(roles)
    away = absences(tenant_id, window)
    return {
        role: [
            Duty(
                person_id=duty.person_id,
                person=duty.person,
                during=inside,
                place=duty.place,
                shift_id=duty.shift_id,
            )
            for duty in without_absences(in_force(schedules), away)
            if (inside := duty.during.cut_to(window))
        ]
        for role, schedules in _published(tenant_id, wanted, window).items()
    }


def absences(tenant_id: UUID, window: Stretch) -> list[Absence]:
    """Return who is away at some time inside `window`. One query."""
    rows = Leave.objects.filter(
        tenant_id=tenant_id, starts_at__lt=window.ends_at, ends_at__gt=window.starts_at
    ).select_related("account")
    return [row.absence() for row in rows.order_by("starts_at", "id")]


def schedules_in(tenant_id: UUID, roles: Iterable[DutyRole], window: Stretch) -> list[DutySchedule]:
    """Return the schedules that speak of some time inside `window`, newest first. One query."""
    return list(
        DutySchedule.objects.filter(
            tenant_id=tenant_id,
            role__in=list(roles),
            starts_at__lt=window.ends_at,
            ends_at__gt=window.starts_at,
        ).order_by("-published_at", "id")
    )


def _published(
    tenant_id: UUID, roles: list[DutyRole], window: Stretch
) -> dict[DutyRole, list[Published]]:
    schedules = schedules_in(tenant_id, roles, window)
    duties: dict[UUID, list[Duty]] = defaultdict(list)
    shifts = Shift.objects.filter(
        schedule__in=[schedule.id for schedule in schedules],
        tenant_id=tenant_id,
        given_up_at=None,
        starts_at__lt=window.ends_at,
        ends_at__gt=window.starts_at,
        account__is_active=True,
    ).select_related("account")
    for shift in shifts:
        duties[shift.schedule_id].append(shift.duty())
    found: dict[DutyRole, list[Published]] = {role: [] for role in roles}
    for schedule in schedules:
        found[DutyRole(schedule.role)].append(
            Published(
                period=schedule.period,
                published_at=schedule.published_at,
                duties=tuple(duties[schedule.id]),
            )
        )
    return found


def roles_with_schedules(tenant_id: UUID) -> list[DutyRole]:
    """Return the roles for which a schedule was ever published, in the house's order. One query."""
    known = set(
        DutySchedule.objects.filter(tenant_id=tenant_id).order_by().values_list("role", flat=True)
    )
    return [role for role in DutyRole if role.value in known]


def schedule_with_shifts(viewer: Actor, schedule_id: UUID) -> DutySchedule | None:
    """Return a schedule; its `shifts` are read, given up ones too. Two queries."""
    shifts = Shift.objects.select_related("account").order_by("starts_at", "place", "id")
    return (
        DutySchedule.objects.filter(tenant_id=viewer.tenant_id, id=schedule_id)
        .prefetch_related(Prefetch("shifts", shifts))
        .first()
    )


def shift_to_swap(viewer: Actor, shift_id: UUID) -> Shift:
    """Return a shift with its person; raises ShiftNotFound. One query."""
    shift = (
        Shift.objects.filter(tenant_id=viewer.tenant_id, id=shift_id)
        .select_related("account")
        .first()
    )
    if shift is None:
        raise ShiftNotFound("no such shift")
    return shift


def shifts_to_return(shift: Shift, *, at: datetime) -> list[Shift]:
    """Return what others do for the same role and is not over at `at`, soonest first. One query."""
    return list(
        Shift.objects.filter(
            tenant_id=shift.tenant_id, role=shift.role, given_up_at=None, ends_at__gt=at
        )
        .exclude(account_id=shift.account_id)
        .select_related("account")
        .order_by("starts_at", "id")[:_MOST_RETURNS]
    )
