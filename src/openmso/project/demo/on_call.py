"""Who is on duty in the demo office, and a few nights on which somebody was paged.

Everything by the actions of the pages, at the time of the story.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.on_call.actions.acknowledge import acknowledge, acknowledge_by_code
from openmso.office.on_call.actions.escalate import escalate
from openmso.office.on_call.actions.publish_schedule import publish_schedule
from openmso.office.on_call.actions.sending import record_delivered, record_sent
from openmso.office.on_call.actions.set_pager import set_pager
from openmso.office.on_call.actions.swap_shift import swap_shift
from openmso.office.on_call.actions.take_call import Call, take_call
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.domain.weekly import WeeklyTurn, laid_out, period_of
from openmso.office.on_call.interfaces import wiring
from openmso.office.on_call.jobs import SWITCHBOARD
from openmso.office.on_call.models import Page, PageCall, Shift
from openmso.office.tenants.models import Tenant

from .accounts import Staff
from .population.invented_numbers import invented_phone

PLANNER, PHONE_DESK = "supervisor", "answering"
_BACK, _AHEAD = timedelta(weeks=6), timedelta(weeks=9)
_SENT_AFTER, _DELIVERED_AFTER = timedelta(seconds=4), timedelta(seconds=9)
_MORNING, _EVENING, _EIGHT = time(7), time(19), time(8)
_EVERY_DAY = range(7)
_AREA = "213"

PAGERS = ("nurse", "nurse-two", "physician", "physician-two")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A turn of the weekly plan: who, on which weekdays (0 is Monday), from when to when."""

    who: str
    starts: time
    ends: time
    weekdays: tuple[int, ...] = tuple(_EVERY_DAY)
    place: int = 1


PLAN: dict[DutyRole, tuple[Turn, ...]] = {
    DutyRole.NURSE: (
        Turn(who="nurse", starts=_MORNING, ends=_EVENING),
        Turn(who="nurse-two", starts=_EVENING, ends=_MORNING),
        Turn(who="nurse", starts=_EVENING, ends=_MORNING, place=2),
    ),
    DutyRole.PHYSICIAN: (
        Turn(who="physician", starts=_EIGHT, ends=_EIGHT, weekdays=(0, 1, 2, 3)),
        Turn(who="physician-two", starts=_EIGHT, ends=_EIGHT, weekdays=(4, 5, 6)),
    ),
    DutyRole.MEDICAL_DIRECTOR: (Turn(who="physician-lapsed", starts=_EIGHT, ends=_EIGHT),),
    DutyRole.COVERING_PHYSICIAN: (Turn(who="physician-two", starts=_EIGHT, ends=_EIGHT),),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """A call that was taken so many days `ago`, and what came of its page.

    `answered_after` None: nobody answered. `through_desk`: by telephone, with the code.
    """

    ago: int
    at: time
    answered_after: timedelta | None
    message: str
    through_desk: bool = False


NIGHTS = (
    Night(
        ago=23,
        at=time(21, 40),
        answered_after=timedelta(minutes=2),
        message="Home oxygen did not arrive; the family asks what to do until the morning.",
    ),
    Night(
        ago=9,
        at=time(2, 8),
        answered_after=timedelta(minutes=3),
        message="The hospital asks whether the member may be transferred tonight.",
    ),
    Night(
        ago=5,
        at=time(3, 15),
        answered_after=timedelta(minutes=24),
        message="A pharmacy needs to know whether an infusion is approved.",
    ),
    Night(
        ago=3,
        at=time(23, 55),
        answered_after=timedelta(minutes=6),
        message="A doctor wants to talk about an inpatient stay.",
        through_desk=True,
    ),
    Night(
        ago=1,
        at=time(4, 20),
        answered_after=None,
        message="An emergency room left its number and hung up.",
    ),
)


def write_on_call(staff: Staff, tenant: Tenant, *, at: datetime) -> None:
    """Publish the plan and tell the nights before `at`; an office without a planner has neither."""
    if PLANNER not in staff.accounts:
        return
    planner = staff.accounts[PLANNER].as_actor()
    for number, key in enumerate(PAGERS):
        set_pager(_phone(number), by=staff.accounts[key].as_actor(), at=at - _BACK)
    for role, turns in PLAN.items():
        _publish(role, turns, staff, tenant, by=planner, at=at)
    for night in NIGHTS:
        _tell(night, staff, tenant, now=at)
    _swap_a_night(staff, tenant, by=planner, at=at)


def _publish(
    role: DutyRole,
    turns: tuple[Turn, ...],
    staff: Staff,
    tenant: Tenant,
    *,
    by: Actor,
    at: datetime,
) -> None:
    today = at.astimezone(tenant.zone).date()
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    from_on, until_on = sunday - _BACK, sunday + _AHEAD
    weekly = [
        _turn(turn, weekday, staff.accounts[turn.who])
        for turn in turns
        for weekday in turn.weekdays
    ]
    duties = laid_out(weekly, from_on=from_on, until_on=until_on, zone=tenant.zone)
    period = period_of(from_on, until_on, tenant.zone)
    publish_schedule(role, period, duties, by=by, at=period.starts_at - timedelta(days=5))


def _turn(turn: Turn, weekday: int, account: Account) -> WeeklyTurn:
    return WeeklyTurn(
        weekday=weekday,
        starts=turn.starts,
        ends=turn.ends,
        person_id=account.id,
        person=account.name,
        place=turn.place,
    )


def _tell(night: Night, staff: Staff, tenant: Tenant, *, now: datetime) -> None:
    day = now.astimezone(tenant.zone).date() - timedelta(days=night.ago)
    at = datetime.combine(day, night.at, tzinfo=tenant.zone)
    desk = staff.accounts[PHONE_DESK].as_actor()
    call = Call(
        role=DutyRole.NURSE,
        caller="Night desk of a hospital",
        call_back=_phone(50 + night.ago),
        about="",
        message=night.message,
    )
    taken = take_call(call, by=desk, at=at)
    page = Page.objects.get(tenant=tenant, about_id=taken.id)
    switchboard = Actor.system(SWITCHBOARD, tenant.id)
    answered_at = at + night.answered_after if night.answered_after is not None else None
    _send(page, by=switchboard)
    while page.call_next_at and (answered_at is None or page.call_next_at <= answered_at):
        page = escalate(page.id, by=switchboard, at=page.call_next_at)
        _send(page, by=switchboard)
    if answered_at is not None:
        _answer(night, page, desk, at=answered_at)


def _answer(night: Night, page: Page, desk: Actor, *, at: datetime) -> None:
    last: PageCall = page.calls.select_related("account").latest("step")
    if night.through_desk:
        acknowledge_by_code(last.code, by=desk, at=at)
    else:
        acknowledge(page.id, by=last.account.as_actor(), at=at)


def _send(page: Page, *, by: Actor) -> None:
    """Let the texts of the last call leave, and arrive where that is known."""
    last = page.calls.order_by("step").last()
    if last is None:
        return
    for sending in last.sendings.exclude(state="sent"):
        messenger, key = wiring.messenger(sending.way), str(sending.id)
        at = last.called_at + _SENT_AFTER
        proof = messenger.send(key=key, to=sending.address, text=sending.text, at=at)
        record_sent(sending.id, proof=proof, by=by, at=at)
        if messenger.delivered_at(key) is not None:
            arrived = last.called_at + _DELIVERED_AFTER
            record_delivered(sending.id, delivered_at=arrived, by=by, at=arrived)


def _phone(serial: int) -> str:
    return invented_phone(_AREA, serial)


def _swap_a_night(staff: Staff, tenant: Tenant, *, by: Actor, at: datetime) -> None:
    """The second nurse gives the night after the next one away."""
    soon = at + timedelta(days=2)
    shift = Shift.objects.filter(
        tenant=tenant,
        account=staff.accounts["nurse-two"],
        place=1,
        given_up_at=None,
        starts_at__gt=soon,
    ).earliest("starts_at")
    swap_shift(shift.id, to=staff.accounts["physician"].id, by=by, at=at - timedelta(days=1))
