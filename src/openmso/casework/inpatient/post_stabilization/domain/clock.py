"""How soon the hospital must have our answer: the rulebook says, by line of business alone.

Whether the hospital has a contract plays no part. While the patient is not identified the line is
unknown, and the shortest time of any line counts with which the office works.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.duty_clocks import DutyClock, of_duty
from openmso.rulebook.vocabulary import Consequence
from openmso.standards.calendars import OfficeCalendar

ANSWER_HOSPITAL = "answer_hospital"
QUESTION = "inpatient/post_stabilization_answer"
PUTS_ON_PLAN = frozenset(
    {Consequence.PLAN_PAYS, Consequence.DEEMED_APPROVED, Consequence.DEEMED_GRANTED}
)
_UNKNOWN_PATIENT = (
    "The patient is not identified yet: until then the shortest time of any line of business"
    " counts."
)


def clocks(
    lines: Iterable[str],
    asked_at: datetime,
    book: Rulebook,
    office: OfficeCalendar,
    *,
    identified: bool = True,
) -> tuple[DutyClock, ...]:
    """Return every clock that started when the hospital asked, the governing one in front.

    `lines` is the patient's line of business or, not `identified`, all that the office works with.
    Empty where no rule answers: then silence has no meaning and a person must see to it. Raises
    ConflictingAnswers.
    """
    found: dict[str, DutyClock] = {}
    for line in lines:
        running = running_clocks(
            book,
            QUESTION,
            facts={"line_of_business": line},
            moments={"hospital_asked": asked_at},
            office=office,
        )
        found |= {clock.rule.id: clock for clock in of_duty(ANSWER_HOSPITAL, running)}
    before = () if identified else (_UNKNOWN_PATIENT,)
    return tuple(
        replace(clock, governs=place == 0, working=(*before, *clock.working))
        for place, clock in enumerate(sorted(found.values(), key=_the_law_first))
    )


def puts_on_plan(clock: DutyClock) -> bool:
    """Tell whether silence beyond it makes the plan responsible."""
    return clock.rule.consequence in PUTS_ON_PLAN


def _the_law_first(clock: DutyClock) -> tuple[bool, datetime]:
    # A promise of the house as long as the law gives way to the law: only that has a consequence.
    return not puts_on_plan(clock), clock.due_at
