"""A member asks the QIO: in time or late, and what either means.

Times and what the law makes of a late request are in rulebook/inpatient and
rulebook/care_that_ends, in the files that domain/care.py names.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.vocabulary import Consequence
from openmso.standards.calendars import OfficeCalendar

from .care import End


class NoFastTrack(ValueError):
    """No law gives this member the fast way; the sentence is for a person."""


class Way(StrEnum):
    """Who looks, and whether costs wait for it."""

    QIO_IN_TIME = "qio_in_time"
    QIO_LATE = "qio_late"
    PLAN_APPEAL = "plan_appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """`until` is the last moment in time and `rule` says so; `late_rule` what follows after it."""

    way: Way
    until: datetime
    rule: Answer
    late_rule: Answer | None

    @property
    def in_time(self) -> bool:
        return self.way is Way.QIO_IN_TIME


_LATE = {
    Consequence.FORWARDED_TO_INDEPENDENT_REVIEW: Way.QIO_LATE,
    Consequence.NEXT_STEP_OPENS: Way.PLAN_APPEAL,
}


def meaning_of_asking(
    asked_at: datetime, end: End, book: Rulebook, office: OfficeCalendar
) -> Asking:
    """Return what a request made at `asked_at` means; the very last moment is still in time.

    Raises NoFastTrack where nobody may ask the QIO.
    """
    until, rule = last_moment_to_ask(end, book, office)
    if asked_at <= until:
        return Asking(way=Way.QIO_IN_TIME, until=until, rule=rule, late_rule=None)
    on = office.local(until).date()
    late_rule = book.ask(end.questions.late, on=on, facts=end.facts)[0]
    if late_rule.consequence not in _LATE:
        raise NoFastTrack(f"{late_rule.id} does not say who hears a late request.")
    way = _LATE[late_rule.consequence]
    return Asking(way=way, until=until, rule=rule, late_rule=late_rule)


def last_moment_to_ask(end: End, book: Rulebook, office: OfficeCalendar) -> tuple[datetime, Answer]:
    """Return until when the QIO may be asked in time, with the rule. Raises NoFastTrack."""
    moments = {end.questions.ends: end.moment(office)}
    clocks = running_clocks(
        book, end.questions.ask, facts=end.facts, moments=moments, office=office
    )
    for clock in clocks:
        if clock.due.due_at is not None:
            return clock.due.due_at, clock.rule
    raise NoFastTrack("Only members of Medicare plans can ask the QIO about the end of care.")
