"""The notices about a discharge: which are owed, from when and until when they are given.

Which notice an event makes owed is in rulebook/notices/hospital_and_home.yaml, the times in the
rules it names. The hospital hands most of them out; we watch and do our part. What is printed on
them is their authority's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import Clock, running_clocks
from openmso.rulebook.notice import Notice
from openmso.rulebook.notice_book import NoticeBook
from openmso.rulebook.vocabulary import LimitIs
from openmso.standards.calendars import OfficeCalendar

ADMITTED, PLANNED, DISPUTED = "admitted", "discharge_planned", "discharge_disputed"
MOMENT_OF = {ADMITTED: "admitted", PLANNED: "discharge_planned", DISPUTED: "qio_told_us"}
"""The events of the notice book beside the moments that start their clocks."""
_PURPOSE = "notice "


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOwed:
    """One notice. `clock` None: no time is named. `opens_on` is the first day on which it may be
    given, all of that day; `due_at` the last instant in time; each None where no rule names it."""

    notice: Notice
    clock: Clock | None
    opens_on: date | None
    due_at: datetime | None

    @property
    def purpose(self) -> str:
        return purpose_of(self.notice.id)


def purpose_of(notice_id: str) -> str:
    """Return the name under which the deadline of a notice is stored."""
    return f"{_PURPOSE}{notice_id}"


def notices_owed(
    events: Mapping[str, datetime],
    *,
    line_of_business: str,
    book: Rulebook,
    notices: NoticeBook,
    office: OfficeCalendar,
    given: Mapping[str, datetime],
) -> tuple[NoticeOwed, ...]:
    """Return what the events make owed, each under the law of its own day.

    `events` maps ADMITTED, PLANNED and DISPUTED to when they happened, `given` the ids of notices
    to when they were given. A copy is not owed when the first notice was given on or after the
    day from which the copy may be.
    """
    facts = {"line_of_business": line_of_business}
    found = [
        _owed(notice, event, when, facts, book, office)
        for event, when in events.items()
        for notice in notices.owed_on(event, facts=facts, on=office.local(when).date())
    ]
    first = [
        office.local(given[each.notice.id]).date()
        for each in found
        if each.notice.event == ADMITTED and each.notice.id in given
    ]
    return tuple(each for each in found if not _replaced(each, first))


def _owed(
    notice: Notice,
    event: str,
    when: datetime,
    facts: Mapping[str, str],
    book: Rulebook,
    office: OfficeCalendar,
) -> NoticeOwed:
    clocks = [
        clock
        for rule_id in notice.deadlines
        for clock in running_clocks(
            book,
            book.rule(rule_id).question,
            facts=facts,
            moments={MOMENT_OF[event]: when},
            office=office,
        )
        if clock.rule.id == rule_id
    ]
    clock = clocks[0] if clocks else None
    opens = clock is not None and clock.rule.limit_is is LimitIs.OPENING
    at = clock.due.due_at if clock else None
    return NoticeOwed(
        notice=notice,
        clock=clock,
        opens_on=office.local(at).date() if opens and at else None,
        due_at=None if opens else at,
    )


def _replaced(owed: NoticeOwed, first_given: Iterable[date]) -> bool:
    opens_on = owed.opens_on
    return opens_on is not None and any(given >= opens_on for given in first_given)
