"""What a member may still do about a no on a request: the case's facts through the remedy router.

Letters, the staff's page and the member's own page all ask here.
"""

from datetime import date, datetime
from uuid import UUID

from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import route
from openmso.office.law import office_calendar, rulebook
from openmso.roster.eligibility.queries import coverages_on
from openmso.roster.plans.models import HealthPlan

from .domain.decision import Ground
from .domain.facts_of_a_no import No, Said, facts_of
from .domain.request import Urgency
from .models import AuthorizationRequest, Decision

_SAID = {
    Decision.Outcome.DENIED: Said.NO,
    Decision.Outcome.PARTLY_APPROVED: Said.A_PART,
}


def said_by(decision: Decision) -> Said | None:
    """Return what this decision told the member; None when it takes nothing away."""
    return _SAID.get(Decision.Outcome(decision.outcome))


def ways_on(
    request: AuthorizationRequest,
    *,
    said: Said,
    ground: Ground | None,
    told_at: datetime,
    at: datetime,
) -> Routed:
    """Return every way to go on as of `at`, against what was said at `told_at`. One query.

    Both instants count by their day in the office's time zone.
    """
    office = office_calendar(request.tenant_id)
    facts = facts_for_the_router(request, said=said, ground=ground, told_at=told_at)
    return route(facts, as_of=office.local(at).date(), book=rulebook(), office=office)


def facts_for_the_router(
    request: AuthorizationRequest, *, said: Said, ground: Ground | None, told_at: datetime
) -> Facts:
    """Return what the router must know of this no, as if nothing was asked for yet. One query."""
    office = office_calendar(request.tenant_id)
    no = No(
        line_of_business=request.line_of_business,
        licensed_plan=request.plan.licensed_plan if request.plan else None,
        self_funded=request.plan is not None
        and request.plan.funding == HealthPlan.Funding.SELF_FUNDED,
        other_lines=other_lines(
            request.tenant_id,
            request.member_id,
            request.line_of_business,
            on=request.service_from_on,
        ),
        said=said,
        ground=ground,
        urgency=Urgency(request.urgency),
        is_drug=request.is_drug,
        on=office.local(told_at).date(),
    )
    return facts_of(no)


def ways_on_after(
    request: AuthorizationRequest, decision: Decision, *, at: datetime
) -> Routed | None:
    """Return the ways to go on as of `at`; None when the decision takes nothing away."""
    said = said_by(decision)
    if said is None:
        return None
    return ways_on(
        request, said=said, ground=Ground(decision.ground), told_at=decision.decided_at, at=at
    )


def other_lines(
    tenant_id: UUID, member_id: UUID, line_of_business: str, *, on: date
) -> frozenset[str]:
    """Return under which other law the member was covered on the day of care. One query."""
    covered = coverages_on(tenant_id, member_id, on)
    return frozenset(each.line_of_business for each in covered) - {line_of_business}
