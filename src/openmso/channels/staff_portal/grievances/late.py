"""Whether what a grievance is about happened longer ago than the law makes us look into it."""

from openmso.casework.appeals.domain.filing import window_of
from openmso.casework.grievances.domain.filing import FILING
from openmso.casework.grievances.models import Grievance
from openmso.office.law import office_calendar, rulebook


def happened_too_long_ago(grievance: Grievance) -> str:
    """Return the sentence to show; empty when it is in time, or no rule or day is known."""
    if grievance.happened_on is None or not grievance.line_of_business:
        return ""
    window = window_of(
        grievance.line_of_business,
        told_on=grievance.happened_on,
        book=rulebook(),
        office=office_calendar(grievance.tenant_id),
        question=FILING,
    )
    if window.rule is None or not window.is_late(grievance.received_at):
        return ""
    return (
        f"It happened longer ago than the law makes us look into ({window.rule.citation}). We "
        "answer it all the same."
    )
