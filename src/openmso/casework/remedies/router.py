"""The remedy router: a member's no in, every way to go on out. Pure; the day is an argument."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.standards.calendars import OfficeCalendar

from .answer import Remedy, Routed, Said
from .case import Case, case_of
from .cells import NO, YES
from .facts import Facts
from .last_days import Clocks, LastDay
from .openings import opening_of
from .papers import missing_papers, owed_papers
from .rows import DecisionTable, RemedyRow, WarningRow, fits, rule_for
from .states import Opened, State
from .table import default_table

REVIEW = "imr"
PERSON = "ask_a_person"


def route(
    facts: Facts,
    *,
    as_of: date,
    book: Rulebook,
    office: OfficeCalendar,
    table: DecisionTable | None = None,
) -> Routed:
    """Return every remedy of this member on the day `as_of`, always with one way to go on.

    Days are the office's. What the table or the rulebook does not know goes to a person.
    """
    table = table or default_table()
    case = case_of(facts, as_of=as_of, table=table, clocks=Clocks(book, office))
    found = tuple(_remedy(row, case) for row in table.remedies if fits(row.when, case.cells))
    days = {remedy.key: remedy.last_day for remedy in found if remedy.last_day}
    warned = tuple(replace(one, warnings=_warnings(one.key, case, days)) for one in found)
    return Routed(
        as_of=as_of,
        case=case,
        remedies=warned,
    )


def track_of(case: Case, key: str) -> str | None:
    """Return the track: standard or urgent, and for review which urgent one; None: not known."""
    if case.facts.urgent is None:
        return None
    if not case.facts.urgent:
        return "standard"
    if key != REVIEW:
        return "urgent"
    return "urgent-experimental" if case.facts.basis == "EXPERIMENTAL" else "urgent-necessity"


def answer_rules(remedy: Remedy, case: Case) -> tuple[Answer | None, Answer | None]:
    """Return the rules of the usual and of the fast answer; no fast one where it is the same."""
    ids = [rule_for(remedy.row.answer_within, {**case.cells, "fast": fast}) for fast in (NO, YES)]
    usual, fast = (_rule(case, rule_id) for rule_id in ids)
    return usual, fast if fast != usual else None


def _remedy(row: RemedyRow, case: Case) -> Remedy:
    opening = opening_of(row, case)
    rule_id = rule_for(row.file_within, case.cells)
    start = opening.counts_from
    last = case.clocks.last_day(rule_id, start, opening.or_later) if rule_id and start else None
    rule = last.rule if last else _rule(case, rule_id)
    opening = _after_a_look_at_the_book(opening, rule_missing=bool(rule_id) and rule is None)
    day = last.day if last and not _may_be_later(last, opening, case) else None
    opening = _after_a_look_at_the_calendar(opening, day, row, case)
    answer = rule_for(row.answer_within, case.cells)
    return Remedy(
        key=row.key,
        row=row,
        state=opening.state,
        why=_said(case, opening.why, opening.day),
        opens_on=opening.opens_on,
        last_day=day,
        about_the_day=_about_the_day(row, case, opening, day, rule_id, last),
        working=last.working if last else (),
        rule=rule,
        answered_within=_rule(case, answer),
        citation=rule.citation if rule else row.source,
        verified=rule.check_mark if rule else row.verified,
        ask=_said(case, opening.ask) if opening.ask else None,
        warnings=(),
        missing_documents=missing_papers(row, case),
        owed=owed_papers(row, case),
        track=track_of(case, row.key),
    )


def _rule(case: Case, rule_id: str) -> Answer | None:
    return case.clocks.rule(rule_id, on=case.as_of) if rule_id else None


def _may_be_later(last: LastDay, opening: Opened, case: Case) -> bool:
    """Tell whether the day is over, and the other day that may count instead is not known."""
    over = last.day is not None and case.as_of > last.day
    return over and last.rule.or_later is not None and opening.or_later is None


def _after_a_look_at_the_book(opening: Opened, *, rule_missing: bool) -> Opened:
    if rule_missing and opening.state is not State.CLOSED:
        return replace(opening, state=State.PERSON, why="rule_not_in_the_book", opens_on=None)
    return opening


def _after_a_look_at_the_calendar(
    opening: Opened, day: date | None, row: RemedyRow, case: Case
) -> Opened:
    """Close what is past its last day, without closing the door: somebody may still be asked."""
    in_time = row.key == REVIEW and case.facts.applied_at and day and case.facts.applied_at <= day
    past = day is not None and case.as_of > day and not in_time
    if opening.state not in (State.OPEN, State.PREDICTED) or not past:
        return opening
    ask = "ask_the_department" if row.key == REVIEW else "ask_anyway"
    return replace(opening, state=State.CLOSED, why="time_over", day=day, ask=ask)


def _about_the_day(
    row: RemedyRow,
    case: Case,
    opening: Opened,
    day: date | None,
    rule_id: str,
    last: LastDay | None,
) -> Said | None:
    if day or opening.state is State.CLOSED or row.key == PERSON:
        return None
    if last and last.has_no_end:
        return _said(case, "no_last_day")
    if rule_id and not opening.counts_from and opening.state in (State.NOT_YET, State.PREDICTED):
        return _said(case, "day_counts_from_the_answer")
    return _said(case, "day_not_known")


def _said(case: Case, word: str, day: date | None = None) -> Said:
    return Said(case.table.words[word], {"day": day} if day else {})


def _warnings(key: str, case: Case, days: Mapping[str, date]) -> tuple[Said, ...]:
    heard = [row for row in case.table.warnings if key in row.on and fits(row.when, case.cells)]
    return tuple(
        Said(row.says, {name: days[name] for name in row.needs})
        for row in heard
        if _can_be_said(row, days)
    )


def _can_be_said(row: WarningRow, days: Mapping[str, date]) -> bool:
    superfluous = row.unless_known and all(name in days for name in row.unless_known)
    return not superfluous and all(name in days for name in row.needs)
