"""People on duty: an office with a nurse, a second nurse, a physician and somebody who plans."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.on_call.actions.publish_schedule import publish_schedule
from openmso.office.on_call.actions.take_call import Call, take_call
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.domain.stretch import Duty, Stretch
from openmso.office.on_call.models import DutySchedule, PageCall
from openmso.office.tenants.models import Tenant

from .access import make_account
from .roster import make_tenant

PLANNED_AT = datetime(2026, 11, 16, 18, 0, tzinfo=UTC)
AT_NIGHT = datetime(2026, 11, 23, 10, 8, tzinfo=UTC)  # 2:08 AM in Los Angeles
WEEK = Stretch(datetime(2026, 11, 22, 8, 0, tzinfo=UTC), datetime(2026, 11, 29, 8, 0, tzinfo=UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyOffice:
    """One office and the people who are on call there."""

    tenant: Tenant
    ines: Account
    tobias: Account
    priya: Account
    planner: Actor

    def publish(
        self, role: DutyRole, *duties: Duty, period: Stretch = WEEK, at: datetime = PLANNED_AT
    ) -> DutySchedule:
        return publish_schedule(role, period, duties, by=self.planner, at=at)

    def case(self) -> "ACase":
        return ACase(id=uuid4(), tenant_id=self.tenant.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ACase:
    """A case of some kind, as the timeline sees it."""

    id: UUID
    tenant_id: UUID
    case_kind: str = "inpatient_notice"


def make_duty_office() -> DutyOffice:
    tenant = make_tenant()
    return DutyOffice(
        tenant=tenant,
        ines=make_account(Role.NURSE, tenant, name="Ines Kobayashi"),
        tobias=make_account(Role.NURSE, tenant, name="Tobias Achterberg"),
        priya=make_account(Role.PHYSICIAN, tenant, name="Priya Raghunathan"),
        planner=make_account(Role.SUPERVISOR, tenant).as_actor(),
    )


def duty(account: Account, during: Stretch = WEEK, *, place: int = 1) -> Duty:
    """A turn of this person, the whole week unless said otherwise."""
    return Duty(person_id=account.id, person=account.name, during=during, place=place)


def staffed_office() -> DutyOffice:
    """An office whose week is covered: Ines before Tobias as nurses, Priya as physician."""
    office = make_duty_office()
    office.publish(DutyRole.NURSE, duty(office.ines), duty(office.tobias, place=2))
    office.publish(DutyRole.PHYSICIAN, duty(office.priya))
    return office


def part_of_week(first_hour: float, hours: float) -> Stretch:
    """A stretch of the week, in hours from its beginning."""
    starts_at = WEEK.starts_at + timedelta(hours=first_hour)
    return Stretch(starts_at, starts_at + timedelta(hours=hours))


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyThings:
    """The ids of one of everything that on-call pages show."""

    schedule_id: UUID
    shift_id: UUID
    page_id: UUID
    call_id: UUID
    code: str


def make_duty_things(tenant: Tenant, *, at: datetime = AT_NIGHT) -> DutyThings:
    """A nurse on duty in this office who was paged about a call."""
    nurse = make_account(Role.NURSE, tenant)
    planner = make_account(Role.SUPERVISOR, tenant).as_actor()
    days = timedelta(days=3)
    period = Stretch(at - days, at + days)
    schedule = publish_schedule(
        DutyRole.NURSE, period, [duty(nurse, period)], by=planner, at=at - days
    )
    taken = take_call(
        Call(
            role=DutyRole.NURSE,
            caller="Dr. Okafor",
            call_back="+12135550160",
            about="Rosa Delgadillo",
            message="Wants to talk about tonight's transfer.",
        ),
        by=planner,
        at=at,
    )
    call = PageCall.objects.get(page__about_id=taken.id)
    return DutyThings(
        schedule_id=schedule.id,
        shift_id=schedule.shifts.get().id,
        page_id=call.page_id,
        call_id=taken.id,
        code=call.code,
    )
