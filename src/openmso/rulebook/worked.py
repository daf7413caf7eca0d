"""One rule's due time from everything a person may know of the case, with all its lines."""

from dataclasses import dataclass
from datetime import date, datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.circumstances import NOTHING_ELSE, Circumstances, presumed_receipt
from openmso.rulebook.deadlines import compute_due
from openmso.standards.calendars import OfficeCalendar
from openmso.standards.calendars.counting import DateOutOfReach
from openmso.standards.calendars.workings import day_in_full


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What started the clock and what bears on it.

    Either `at`, or, where the rule presumes receipt, `notice_dated`. Instants without an offset
    are office time.
    """

    at: datetime | None = None
    notice_dated: date | None = None
    besides: Circumstances = NOTHING_ELSE
    extended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """`started_at` is as it was given or presumed; `due_at` is in UTC, None without arithmetic."""

    started_at: datetime
    due_at: datetime | None
    working: tuple[str, ...]


def work_out(rule: Answer, happened: Happened, book: Rulebook, office: OfficeCalendar) -> Worked:
    """Return when the rule must be met, and every line of why, in office time.

    The last line says so when the rule was not in force on the day its clock started, and what
    stood in its place. Raises ValueError when nothing started the clock, or when receipt is to be
    presumed and the rule presumes none; else as `compute_due`.
    """
    start, before = _start(rule, happened, office)
    try:
        day = office.local(start).date()
    except OverflowError:
        raise DateOutOfReach(f"{start} is outside the calendar") from None
    found = compute_due(rule, start, office, happened.extended, happened.besides)
    lines = (*before, *found.working, *_if_not_in_force(rule, book, day))
    return Worked(started_at=start, due_at=found.due_at, working=lines)


def _start(
    rule: Answer, happened: Happened, office: OfficeCalendar
) -> tuple[datetime, tuple[str, ...]]:
    if happened.notice_dated is not None:
        proven = happened.besides.receipt_proven_at
        return presumed_receipt(rule, happened.notice_dated, office, proven)
    if happened.at is None:
        raise ValueError(f"nothing started the clock of {rule.id}")
    return happened.at, ()


def _if_not_in_force(rule: Answer, book: Rulebook, day: date) -> tuple[str, ...]:
    if rule.in_force(day):
        return ()
    others = " or ".join(other.id for other in book.in_its_place(rule, day))
    return (
        f"This rule was not in force on {day_in_full(day)};"
        f" {f'{others} is' if others else 'no other rule stands in its place'}",
    )
