"""Until when a decision may be opened again. The rulebook says where there is such a limit."""

from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import Due, compute_due
from openmso.standards.calendars import OfficeCalendar

from .deadlines import ClockFacts

REOPENING = "prior_auth/reopening"


class TooLateToReopen(ValueError):
    """The law's time for opening this decision again has passed."""


def last_day_to_reopen(
    facts: ClockFacts, *, decided_at: datetime, book: Rulebook, office: OfficeCalendar
) -> Due | None:
    """Return until when the decision of `decided_at` may be opened again, the earliest of all
    answers; None when no rule sets a limit. Raises ConflictingAnswers."""
    answers = book.answers_in_force(
        REOPENING, on=office.local(decided_at).date(), facts=facts.for_rulebook()
    )
    dues = [compute_due(answer, decided_at, office) for answer in answers]
    return min(
        (due for due in dues if due.due_at is not None),
        key=lambda due: due.due_at or decided_at,
        default=None,
    )


def require_in_time(limit: Due | None, *, at: datetime, office: OfficeCalendar) -> None:
    """Raise TooLateToReopen when the limit has fully passed at `at`."""
    if limit is None or limit.due_at is None or at <= limit.due_at:
        return
    raise TooLateToReopen(
        f"{limit.rule.id} let this decision be opened again until "
        f"{office.local(limit.due_at):%m/%d/%Y} ({limit.rule.citation}). "
        "The practice can send a new request at any time."
    )
