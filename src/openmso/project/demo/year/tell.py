"""Tells every planned story of an office: chooses people and times, and lets the plot run."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction

from openmso.casework.prior_auth.domain.request import Channel
from openmso.office.law import office_calendar

from . import plots
from .calendar_of_the_year import Planned
from .desk import Ask, Desk
from .receipt_times import ReceiptTimes
from .story import Story
from .wishes import wishes

Progress = Callable[[str, int, int], None]

_CHANNELS = {Channel.PORTAL: 52, Channel.FAX: 34, Channel.PHONE: 9, Channel.MAIL: 5}
_AT_ONCE = 20


def tell_all(planned: Iterable[Planned], desk: Desk, progress: Progress) -> None:
    """Tell the stories in the order of their receipt."""
    times = ReceiptTimes(desk.roster.tenant, desk.now)
    dated = sorted(
        ((_received_at(each, desk, times), place, each) for place, each in enumerate(planned)),
        key=lambda one: one[:2],
    )
    step, total = f"a year of cases in {desk.roster.tenant.name}", len(dated)
    for begin in range(0, total, _AT_ONCE):
        progress(step, begin, total)
        with transaction.atomic():
            _do_not_wait_for_the_disk()
            for received_at, _, each in dated[begin : begin + _AT_ONCE]:
                _tell(each, received_at, desk)
    progress(step, total, total)


def _do_not_wait_for_the_disk() -> None:
    """A demo that is half built is thrown away, so its first rows need not survive a power cut."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO off")


def _tell(planned: Planned, received_at: datetime, desk: Desk) -> None:
    planned.plot(Story(desk, _ask(planned, received_at, desk)))


def _ask(planned: Planned, received_at: datetime, desk: Desk) -> Ask:
    wish = wishes()[planned.wish]
    chance = desk.chance
    local = office_calendar(desk.roster.tenant.id).local(received_at)
    service_on = local.date() + timedelta(days=chance.randint(2, 5 if planned.urgent else 16))
    member = desk.member(
        wish,
        line=planned.line,
        service_on=service_on,
        key=planned.member,
        kept_by_plan=planned.kept_by_plan,
    )
    own = planned.own_practice
    return Ask(
        wish=wish,
        member=member,
        doctor=desk.doctor(member) if own is None else desk.own_doctor(own),
        channel=planned.channel or _channel(planned, desk),
        received_at=received_at,
        service_on=service_on,
        quantity=chance.choice(wish.quantities),
        urgent=planned.urgent,
    )


def _channel(planned: Planned, desk: Desk) -> Channel:
    if planned.plot is plots.approved_by_rule or planned.own_practice is not None:
        return Channel.PORTAL
    return desk.chance.choices(list(_CHANNELS), weights=list(_CHANNELS.values()))[0]


def _received_at(planned: Planned, desk: Desk, times: ReceiptTimes) -> datetime:
    drug = wishes()[planned.wish].drug
    if planned.overdue is not None:
        return times.due_before(planned.overdue, line=planned.line, drug=drug)
    if planned.due_in is not None:
        return times.due_after(planned.due_in, line=planned.line, urgent=planned.urgent, drug=drug)
    days = planned.days_ago or 0
    moment = desk.now - timedelta(days=days, minutes=desk.chance.randint(0, 600))
    opened = desk.hours.open_from(moment)
    return opened if opened < desk.now - timedelta(hours=8) else moment
