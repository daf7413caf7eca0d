"""How soon the hospital must have our answer: the rulebook says, by line of business alone.

Whether the hospital has a contract plays no part. While the patient is not identified the line is
unknown, and the shortest time of any line counts with which the office works.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import Clock as Running
from openmso.rulebook.clocks import running_clocks
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One due time. The governing one is the earliest whose silence has a meaning in law."""

    running: Running
    due_at: datetime
    governs: bool
    working: tuple[str, ...]

    @property
    def puts_on_plan(self) -> bool:
        """Whether silence beyond it makes the plan responsible."""
        return self.running.rule.consequence in PUTS_ON_PLAN


def clocks(
    lines: Iterable[str],
    asked_at: datetime,
    book: Rulebook,
    office: OfficeCalendar,
    *,
    identified: bool = True,
) -> tuple[Clock, ...]:
    """Return every clock that started when the hospital asked, the governing one in front.

    `lines` is the patient's line of business or, not `identified`, all that the office works with.
    Empty where no rule answers: then silence has no meaning and a person must see to it. Raises
    ConflictingAnswers.
    """
    found: dict[str, tuple[Running, datetime]] = {}
    for line in lines:
        for one in running_clocks(
            book,
            QUESTION,
            facts={"line_of_business": line},
            moments={"hospital_asked": asked_at},
            office=office,
        ):
            if one.due.due_at is not None:
                found[one.rule.id] = (one, one.due.due_at)
    # A promise of the house as long as the law gives way to the law: only that has a consequence.
    in_order = sorted(
        found.values(), key=lambda each: (each[0].rule.consequence not in PUTS_ON_PLAN, each[1])
    )
    before = () if identified else (_UNKNOWN_PATIENT,)
    return tuple(
        Clock(running=one, due_at=due_at, governs=place == 0, working=(*before, *one.due.working))
        for place, (one, due_at) in enumerate(in_order)
    )
