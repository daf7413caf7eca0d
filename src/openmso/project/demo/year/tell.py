"""Casts every planned story of an office, and tells one: who asks, when, and what comes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from openmso.casework.prior_auth.domain.request import Channel
from openmso.office.law import office_calendar

from .calendar.planned import Planned
from .desk import Ask, Desk
from .plots.answered import approved_by_rule
from .receipt_times import ReceiptTimes
from .story import Plot, Story
from .wishes import wishes

_CHANNELS = {Channel.PORTAL: 52, Channel.FAX: 34, Channel.PHONE: 9, Channel.MAIL: 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class CastStory:
    """A story with its people and times; it needs no other story and can be told anywhere."""

    plot: Plot
    ask: Ask
    desk: Desk
    seed: str


def cast_all(planned: Iterable[Planned], desk: Desk) -> list[CastStory]:
    """Choose people and times for the stories; return them in the order of their receipt."""
    times = ReceiptTimes(desk.roster.tenant, desk.now)
    dated = sorted(
        ((_received_at(each, desk, times), place, each) for place, each in enumerate(planned)),
        key=lambda one: one[:2],
    )
    return [
        CastStory(
            plot=each.plot,
            ask=_ask(each, received_at, desk),
            desk=desk,
            seed=f"{desk.roster.tenant.key}:{place}",
        )
        for received_at, place, each in dated
    ]


def tell(story: CastStory) -> None:
    """Let the plot run, from the arrival to wherever it leaves the request."""
    story.plot(Story(story.desk, story.ask, Random(story.seed)))


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
    if planned.plot is approved_by_rule or planned.own_practice is not None:
        return Channel.PORTAL
    return desk.chance.choices(list(_CHANNELS), weights=list(_CHANNELS.values()))[0]


def _received_at(planned: Planned, desk: Desk, times: ReceiptTimes) -> datetime:
    drug = wishes()[planned.wish].drug
    if planned.overdue is not None:
        return times.due_before(planned.overdue, line=planned.line, drug=drug)
    if planned.due_in is not None:
        return times.due_after(
            planned.due_in, desk.chance, line=planned.line, urgent=planned.urgent, drug=drug
        )
    days = planned.days_ago or 0
    moment = desk.now - timedelta(days=days, minutes=desk.chance.randint(0, 600))
    opened = desk.hours(desk.chance).open_from(moment)
    return opened if opened < desk.now - timedelta(hours=8) else moment
