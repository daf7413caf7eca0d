"""By when the figures of a year must be public, as the rulebook says."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from openmso.office.law import office_calendar, rulebook
from openmso.roster.plans.models import LineOfBusiness
from openmso.rulebook.answers import Answer
from openmso.standards.calendars import Span, due_after

from .domain.period import Period

QUESTION = "reporting/prior_auth_metrics"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """The rule, and the instant by which it wants the figures published."""

    rule: Answer
    due_at: datetime


def publication_owed(tenant_id: UUID, year: Period) -> Owed | None:
    """Return by when the figures of a year are owed; None where no rule asks for them."""
    office, last_day = office_calendar(tenant_id), year.until_on - _ONE_DAY
    asked = {"line_of_business": LineOfBusiness.MEDICARE_ADVANTAGE.value}
    # The rule in force when the figures are due: those of the year before it began are owed too.
    for rule in rulebook().answers_in_force(QUESTION, on=year.until_on, facts=asked):
        if isinstance(rule.value, Span):
            return Owed(rule, due_after(rule.value, office.end_of_day(last_day), office))
    return None
