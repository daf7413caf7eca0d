"""Asks the rulebook, by rule id, until when something may be done.

A rule that is not in the book has no last day here: a person tells it, no number is made up.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.circumstances import NOTHING_ELSE, Circumstances
from openmso.rulebook.deadlines import compute_due
from openmso.rulebook.errors import UnknownRule
from openmso.standards.calendars import HolidaysUnknown, LimitInWords, OfficeCalendar
from openmso.standards.calendars.counting import DateOutOfReach
from openmso.standards.calendars.workings import day_in_full

_LATE = time(23, 59)
"""Days count from the day, hours from its end: nobody is told too early that a time is over."""


@dataclass(frozen=True, slots=True)
class LastDay:
    """Until when, and how it was counted. `day` is inclusive; None: no day can be computed."""

    rule: Answer
    day: date | None
    working: tuple[str, ...]

    @property
    def has_no_end(self) -> bool:
        """Tell whether the law sets no limit at all."""
        return self.rule.value is LimitInWords.NONE

    @property
    def day_after(self) -> date | None:
        return self.day + timedelta(days=1) if self.day and self.day < date.max else None


@dataclass(frozen=True, slots=True)
class Clocks:
    """The rulebook and the calendar of the office in which days are counted."""

    book: Rulebook
    office: OfficeCalendar

    def rule(self, rule_id: str, *, on: date) -> Answer | None:
        """Return the rule, or the one in its place on that day; None: not in the book."""
        try:
            rule = self.book.rule(rule_id)
        except UnknownRule:
            return None
        if rule.in_force(on):
            return rule
        others = self.book.in_its_place(rule, on)
        return others[0] if len(others) == 1 else rule

    def last_day(self, rule_id: str, start: date, or_later: date | None = None) -> LastDay | None:
        """Return the last day of what started on `start`; None: the rule is not in the book.

        `or_later` is the other day that counts where the rule names one.
        """
        rule = self.rule(rule_id, on=start)
        if rule is None:
            return None
        return _counted(rule, start, or_later, self.office)


@lru_cache(maxsize=4096)
def _counted(rule: Answer, start: date, or_later: date | None, office: OfficeCalendar) -> LastDay:
    besides = NOTHING_ELSE
    if or_later is not None:
        besides = Circumstances(later_moment=datetime.combine(or_later, _LATE))
    try:
        due = compute_due(rule, datetime.combine(start, _LATE), office, besides=besides)
    except (DateOutOfReach, HolidaysUnknown, OverflowError) as refusal:
        return LastDay(rule, None, (str(refusal),))
    if due.due_at is None:
        return LastDay(rule, None, due.working)
    first = f"{rule.begins} {day_in_full(start)} (day 0)"
    return LastDay(rule, office.local(due.due_at).date(), (first, *due.working[1:]))
