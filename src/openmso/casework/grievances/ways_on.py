"""What a member may do after, or beside, a grievance: its facts through the remedy router."""

from dataclasses import replace
from datetime import datetime

from openmso.casework.prior_auth.domain.facts_of_a_no import No, Said, facts_of
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import route
from openmso.office.law import office_calendar, rulebook
from openmso.roster.plans.models import HealthPlan

from .domain.states import ANSWERED
from .domain.types import Kind, read_data
from .models import Grievance

_ABOUT_HOW_GOOD_IT_WAS = "SERVICE-OR-QUALITY"


def ways_on(grievance: Grievance, *, at: datetime) -> Routed:
    """Return the ways that stay open beside a concern that is about no decision, as of `at`."""
    office = office_calendar(grievance.tenant_id)
    routed = route(_facts(grievance), as_of=office.local(at).date(), book=rulebook(), office=office)
    open_after = read_data("kinds")["ways_after_an_answer"]
    return replace(routed, remedies=tuple(x for x in routed.remedies if x.key in open_after))


def _facts(grievance: Grievance) -> Facts:
    office, plan = office_calendar(grievance.tenant_id), grievance.plan
    fast = grievance.kind == Kind.EXPEDITED
    filed_on = office.local(grievance.received_at).date()
    no = No(
        line_of_business=grievance.line_of_business,
        licensed_plan=plan.licensed_plan if plan else None,
        self_funded=plan is not None and plan.funding == HealthPlan.Funding.SELF_FUNDED,
        other_lines=frozenset(),
        said=Said.NO,
        ground=None,
        urgency=Urgency.EXPEDITED if fast else Urgency.STANDARD,
        is_drug=False,
        on=filed_on,
    )
    facts = replace(
        facts_of(no),
        decision=None,
        notice_on=None,
        basis=_ABOUT_HOW_GOOD_IT_WAS,
        grievance="filed",
        grievance_filed_at=filed_on,
        grievance_expedited=fast,
    )
    if grievance.state in ANSWERED and grievance.closed_at is not None:
        answered_on = office.local(grievance.closed_at).date()
        # Whatever we found: who is not content with it may go on.
        return replace(
            facts,
            grievance="answered",
            grievance_answered_at=answered_on,
            grievance_result="upheld",
        )
    return facts
