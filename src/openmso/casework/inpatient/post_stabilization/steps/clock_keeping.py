"""The clock of a case kept in step with its facts: computed, stored, shown on its queue."""

from datetime import date

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, governing_one, store_deadlines
from openmso.office.timeline.models import Deadline
from openmso.roster.plans.queries import plans_of

from ..domain.clock import ANSWER_HOSPITAL, clocks
from ..models import PostStabilization


def keep_clock(case: PostStabilization) -> Deadline | None:
    """Compute and store every clock; return the one that governs, None where no rule answers.

    Raises ConflictingAnswers.
    """
    if case.asked_at is None:
        return None
    book, office = rulebook(), office_calendar(case.tenant_id)
    found = clocks(
        _lines(case, office.local(case.asked_at).date()),
        case.asked_at,
        book,
        office,
        identified=bool(case.line_of_business),
    )
    stored = store_deadlines(case, computed(found, edition=book.edition))
    return next((deadline for deadline in stored if deadline.governs), None)


def _lines(case: PostStabilization, on: date) -> list[str]:
    """The patient's own line of business; until they are known, those of the office's plans."""
    if case.line_of_business:
        return [case.line_of_business]
    return sorted({plan.line_of_business for plan in plans_of(case.tenant_id, on)})


def open_deadline(case: PostStabilization) -> Deadline | None:
    """Return the governing due time of the answer as it is stored, open or not."""
    return governing_one(case, ANSWER_HOSPITAL)
