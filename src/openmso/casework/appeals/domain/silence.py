"""What the law makes of an appeal that nobody answered in time."""

from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.vocabulary import Consequence
from openmso.standards.calendars import OfficeCalendar

from .clock_facts import ClockFacts
from .deadlines import goes_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """`rule` None: no rule gives the silence a meaning of its own. `sends_on`: the case file goes
    to the independent entity by itself."""

    rule: Answer | None
    consequence: Consequence | None
    sends_on: bool


def meaning_of_silence(
    facts: ClockFacts, book: Rulebook, office: OfficeCalendar, *, passed_at: datetime
) -> Silence:
    """Return what follows when the time ran out at `passed_at`. Raises ConflictingAnswers.

    Where a no that stands goes on by itself, an appeal nobody answered goes too.
    """
    on = office.local(passed_at).date()
    answers = book.answers_in_force("appeals/silence", on=on, facts=facts.for_rulebook())
    rule = answers[0] if answers else None
    consequence = rule.consequence if rule else None
    by_rule = consequence is Consequence.FORWARDED_TO_INDEPENDENT_REVIEW
    return Silence(
        rule=rule, consequence=consequence, sends_on=by_rule or goes_on(facts, book, office)
    )
