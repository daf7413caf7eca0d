"""The clocks of a request kept in step with its facts: computed, stored, shown on the worklist."""

from datetime import datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, replace_deadlines
from openmso.office.worklists.items import refresh_item
from openmso.rulebook.deadlines import Due
from openmso.rulebook.duty_clocks import DutyClock, governing

from .domain.deadlines import DECIDE, ClockFacts, clocks
from .domain.reopening import last_day_to_reopen
from .domain.request import Timing, Urgency
from .models import AuthorizationRequest

OUTCOMES = {"approved": "approve", "denied": "deny", "partly_approved": "modify"}


def clock_facts(request: AuthorizationRequest) -> ClockFacts:
    """Gather what the clocks depend on."""
    return ClockFacts(
        line_of_business=request.line_of_business,
        urgency=Urgency(request.urgency),
        is_drug=request.is_drug,
        needs_authorization=request.needs_authorization,
        timing=Timing(request.timing),
        received_at=request.received_at,
        complete_at=request.complete_at,
        extension_taken_at=request.extended_at,
        reopened_at=request.reopened_at,
        decided_at=request.decided_at,
        outcome=OUTCOMES.get(request.state),
        reversed_by=request.ruled_by or None,
        licensed_plan=request.plan.licensed_plan if request.ruled_by and request.plan else None,
    )


def compute_clocks(request: AuthorizationRequest) -> tuple[DutyClock, ...]:
    """Compute every clock of the request anew. Raises NoAnswer, ConflictingAnswers."""
    return clocks(clock_facts(request), rulebook(), office_calendar(request.tenant_id))


def keep_clocks(request: AuthorizationRequest, *, at: datetime) -> DutyClock | None:
    """Recompute and store every clock; return the one that governs the decision."""
    found = compute_clocks(request)
    replace_deadlines(request, computed(found, edition=rulebook().edition), at=at)
    to_decide = governing(found, DECIDE)
    if to_decide is not None:
        refresh_item(
            request,
            due_at=to_decide.due_at,
            due_rule=to_decide.rule.id,
            urgency=request.urgency,
        )
    return to_decide


def decide_by(request: AuthorizationRequest) -> datetime | None:
    """Return when the decision is due, None when no rule says."""
    to_decide = governing(compute_clocks(request), DECIDE)
    return to_decide.due_at if to_decide else None


def reopening_limit(request: AuthorizationRequest) -> Due | None:
    """Return until when the decision on this request may be opened again, None without a limit."""
    if request.decided_at is None or not request.line_of_business:
        return None
    return last_day_to_reopen(
        clock_facts(request),
        decided_at=request.decided_at,
        book=rulebook(),
        office=office_calendar(request.tenant_id),
    )
