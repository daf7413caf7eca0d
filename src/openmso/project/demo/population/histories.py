"""Invents the coverage of one person: mostly one span, some with a change or a late correction."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from .contracts import IpaTerms, PlanTerms
from .person import SpanPlan


def spans_for(
    plan: PlanTerms,
    ipas: tuple[IpaTerms, ...],
    plans: tuple[PlanTerms, ...],
    chance: Random,
    *,
    on: date,
    born_on: date,
) -> tuple[SpanPlan, ...]:
    """Return the spans as the office learned them, oldest first. None begins before the birth."""
    start = max(month_start(on, months_back=chance.randrange(8, 40)), _month_after(born_on))
    ipa = chance.choice(ipas).key
    whole = SpanPlan(plan=plan.key, ipa=ipa, from_on=start, learned_at=file_day(start))
    kind = chance.random()
    months = (on.year - start.year) * 12 + on.month - start.month
    if months < 4 or kind < 0.76:
        return (whole,)
    turn = month_start(on, months_back=chance.randrange(1, months - 1))
    other_ipa = chance.choice([each.key for each in ipas if each.key != ipa] or [ipa])
    if kind < 0.82:
        return (_ended(whole, turn),)
    if kind < 0.90:
        return (_ended(whole, turn), _next(whole, turn, ipa=other_ipa))
    if kind < 0.94:
        other_plan = chance.choice([each for each in plans if each.pays_before == plan.pays_before])
        return (_ended(whole, turn), _next(whole, turn, plan=other_plan.key))
    learned_late = file_day(turn) + timedelta(days=chance.randrange(40, 75))
    if learned_late.date() >= on:
        return (whole,)
    if kind < 0.97:
        return (_corrected(whole, learned_late, until_on=turn),)
    return (_corrected(whole, learned_late, ipa=other_ipa),)


def month_start(on: date, *, months_back: int) -> date:
    """Return the first day of a month, counted back from the month of `on`."""
    years, month = divmod(on.year * 12 + on.month - 1 - months_back, 12)
    return date(years, month + 1, 1)


def file_day(from_on: date) -> datetime:
    """Return when the plan's monthly file told us of a coverage: the 18th of the month before."""
    day = month_start(from_on, months_back=1).replace(day=18)
    return datetime.combine(day, time(15, 0), tzinfo=UTC)


def _month_after(born_on: date) -> date:
    return month_start(born_on, months_back=-1)


def _ended(span: SpanPlan, turn: date) -> SpanPlan:
    return SpanPlan(
        plan=span.plan,
        ipa=span.ipa,
        from_on=span.from_on,
        until_on=turn,
        learned_at=span.learned_at,
    )


def _next(span: SpanPlan, turn: date, *, plan: str = "", ipa: str = "") -> SpanPlan:
    return SpanPlan(
        plan=plan or span.plan, ipa=ipa or span.ipa, from_on=turn, learned_at=file_day(turn)
    )


def _corrected(
    span: SpanPlan, at: datetime, *, until_on: date | None = None, ipa: str = ""
) -> SpanPlan:
    return SpanPlan(
        plan=span.plan,
        ipa=span.ipa,
        from_on=span.from_on,
        learned_at=span.learned_at,
        corrected_at=at,
        truly_until_on=until_on,
        truly_ipa=ipa,
    )
