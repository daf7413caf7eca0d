"""Which clocks run on a grievance: which questions the rulebook is asked, and with which facts.

No number stands here. Every authority's answer is kept; the strictest governs.
"""

from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.duty_clocks import DutyClock, of_duty
from openmso.standards.calendars import OfficeCalendar

from .kinds import EXEMPT_ANSWER
from .types import Kind

ANSWER = "answer_grievance"
ACKNOWLEDGE = "acknowledge_grievance"

_ANSWERS = {
    Kind.EXEMPT: (EXEMPT_ANSWER,),
    Kind.STANDARD: ("grievances/answer",),
    Kind.EXPEDITED: ("grievances/fast_answer", "remedies/fast_grievance_answer"),
}
_ACKNOWLEDGEMENT = "grievances/acknowledgement"
_MOMENTS = ("grievance_received", "fast_grievance_received")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """Everything a clock of this grievance can depend on; instants carry a time zone.

    `begun_at` is the first receipt, or when it was opened again. `confirms`: nobody has yet been
    told that it arrived, or this round tells it.
    """

    line_of_business: str
    kind: Kind
    begun_at: datetime
    extension_taken_at: datetime | None = None

    def for_rulebook(self) -> dict[str, str]:
        """Return these facts in the words of the rulebook."""
        facts = {"line_of_business": self.line_of_business}
        return facts if self.kind is Kind.EXEMPT else facts | {"urgency": str(self.kind)}


def clocks(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> tuple[DutyClock, ...]:
    """Return every clock of the grievance as the facts stand; none where no rule answers.

    Raises ConflictingAnswers.
    """
    found: list[DutyClock] = []
    for question in _ANSWERS[facts.kind]:
        found += _run(ANSWER, question, facts, book, office)
    if facts.kind is not Kind.EXEMPT:
        found += _run(ACKNOWLEDGE, _ACKNOWLEDGEMENT, facts, book, office)
    return tuple(found)


def _run(
    purpose: str, question: str, facts: ClockFacts, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    extended = purpose == ANSWER and facts.extension_taken_at is not None
    running = running_clocks(
        book,
        question,
        facts=facts.for_rulebook(),
        moments=dict.fromkeys(_MOMENTS, facts.begun_at),
        office=office,
        extended=extended,
    )
    return of_duty(purpose, running, extended=extended)
