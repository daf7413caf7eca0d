"""The clocks of a grievance kept in step with its facts: computed, stored, shown on its queue."""

from datetime import datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, replace_deadlines
from openmso.office.worklists.items import refresh_item
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.duty_clocks import DutyClock, governing

from .domain.deadlines import ANSWER, ClockFacts, clocks
from .domain.types import Kind
from .models import Grievance


def clock_facts(grievance: Grievance) -> ClockFacts:
    """Gather what the clocks depend on; reads nothing."""
    return ClockFacts(
        line_of_business=grievance.line_of_business,
        kind=Kind(grievance.kind),
        begun_at=grievance.begun_at,
        extension_taken_at=grievance.extended_at,
    )


def compute_clocks(grievance: Grievance, book: Rulebook | None = None) -> tuple[DutyClock, ...]:
    """Compute every clock of the grievance anew. Raises ConflictingAnswers."""
    office = office_calendar(grievance.tenant_id)
    return clocks(clock_facts(grievance), book or rulebook(), office)


def keep_clocks(grievance: Grievance, *, at: datetime) -> DutyClock | None:
    """Recompute and store every clock; return the one that governs the answer."""
    found = compute_clocks(grievance)
    replace_deadlines(grievance, computed(found, edition=rulebook().edition), at=at)
    to_answer = governing(found, ANSWER)
    if to_answer is not None:
        refresh_item(
            grievance,
            due_at=to_answer.due_at,
            due_rule=to_answer.rule.id,
            urgency=speed_of(grievance),
        )
    return to_answer


def rules_of_the_answer(grievance: Grievance) -> tuple[Answer, ...]:
    """Return the rules that give the answer its time, the governing one first."""
    return tuple(clock.rule for clock in compute_clocks(grievance) if clock.purpose == ANSWER)


def speed_of(grievance: Grievance) -> str:
    """Return the urgency that lists show: what is solved at once counts as standard there."""
    return str(Kind.EXPEDITED if grievance.kind == Kind.EXPEDITED else Kind.STANDARD)
