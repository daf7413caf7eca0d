"""How far the first step has come, and the other cells that are worked out of several answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .cells import NO, UNKNOWN, YES
from .facts import Facts
from .last_days import Clocks
from .rows import DecisionTable, Kind

_CONDITION = frozenset({"condition_certificate", "therapies_certificate"})
_BENEFIT = frozenset({"doctor_recommendation", "two_documents"})


@dataclass(frozen=True, slots=True)
class Waits:
    """The last days on which the plan may still answer a grievance, ordinary and fast.

    None: not filed, or the rule is not in the book.
    """

    ordinary: date | None
    fast: date | None


def waits_of(filed_on: date | None, table: DecisionTable, clocks: Clocks) -> Waits:
    """Return the plan's last days for a grievance filed on that day."""
    if filed_on is None:
        return Waits(None, None)
    ordinary = clocks.last_day(table.ordinary_wait, filed_on)
    fast = clocks.last_day(table.fast_wait, filed_on)
    return Waits(ordinary.day if ordinary else None, fast.day if fast else None)


def cells_of(
    facts: Facts, *, as_of: date, table: DecisionTable, clocks: Clocks
) -> Mapping[str, str]:
    """Return every cell of the decision table for these facts."""
    cells = {
        question.id: _cell(getattr(facts, question.id), question.left_out)
        for question in table.questions.values()
        if question.kind in (Kind.ONE_OF, Kind.YES_NO)
    }
    step = _step(facts, waits_of(facts.grievance_filed_at, table, clocks), as_of)
    return cells | {
        "step": step,
        "fast": YES if _is_fast(facts) else NO,
        "therapy_papers": "complete" if therapy_papers_complete(facts.papers) else "missing",
        "dates": "agree" if dates_agree(facts, as_of) else "disagree",
    }


def therapy_papers_complete(papers: frozenset[str]) -> bool:
    """Tell whether the doctor's papers for an unproven therapy are all there.

    Both notes on the illness, and either the doctor's recommendation or two studies. Source of
    the rule: HSC 1370.4(a).
    """
    return papers >= _CONDITION and bool(papers & _BENEFIT)


def dates_agree(facts: Facts, as_of: date) -> bool:
    """Tell whether what has happened is in order and nothing of it lies after `as_of`."""
    filed, answered = facts.grievance_filed_at, facts.grievance_answered_at
    happened = (facts.notice_on, filed, answered, facts.last_event, facts.applied_at)
    if any(day > as_of for day in happened if day):
        return False
    if filed and answered and answered < filed:
        return False
    if facts.grievance == "none" and (filed or answered or facts.grievance_result):
        return False
    return not (facts.grievance == "filed" and (answered or facts.grievance_result))


def _step(facts: Facts, waits: Waits, as_of: date) -> str:
    if facts.grievance == "none":
        return "none"
    if facts.grievance == "answered":
        return facts.grievance_result or UNKNOWN
    if facts.grievance is None or waits.ordinary is None:
        return UNKNOWN
    if not facts.grievance_expedited:
        return "waiting" if as_of <= waits.ordinary else "late"
    if waits.fast is None:
        return UNKNOWN
    if as_of <= waits.fast:
        return "waiting"
    return "late_fast" if as_of <= waits.ordinary else "late_fast_too"


def _is_fast(facts: Facts) -> bool:
    """Tell whether the fast clock runs, or would run if the member asked today."""
    if facts.grievance in ("filed", "answered"):
        return bool(facts.grievance_expedited)
    return bool(facts.urgent)


def _cell(value: object, left_out: str) -> str:
    if value is None:
        return left_out
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)
