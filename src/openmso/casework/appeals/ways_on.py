"""What a member may do after, or while, an appeal: the case's facts through the remedy router."""

from datetime import datetime

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import No, Said
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.ways_on import facts_for_the_router, other_lines, said_by
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import route
from openmso.office.law import office_calendar, rulebook
from openmso.roster.plans.models import HealthPlan

from .domain.claim import Basis
from .domain.deciding import Result
from .domain.facts_for_the_router import Course, after, facts_of_claim
from .domain.states import ANSWERED, OPEN
from .models import Appeal, AppealAnswer, DeniedPayment


def ways_on(appeal: Appeal, answer: AppealAnswer | None, *, at: datetime) -> Routed:
    """Return every way to go on as of `at`. One query."""
    office = office_calendar(appeal.tenant_id)
    return route(
        facts_after_appeal(appeal, answer),
        as_of=office.local(at).date(),
        book=rulebook(),
        office=office,
    )


def facts_after_appeal(appeal: Appeal, answer: AppealAnswer | None) -> Facts:
    """Return what the router must know: the first no, and what became of the appeal. One query."""
    office = office_calendar(appeal.tenant_id)
    claim = appeal.payment
    facts = _facts_of_claim(claim) if claim else _facts_of_request(appeal, answer)
    answered = appeal.state in ANSWERED and appeal.closed_at is not None
    course = Course(
        filed_on=office.local(appeal.received_at).date(),
        fast=appeal.urgency == Urgency.EXPEDITED,
        answered_on=office.local(appeal.closed_at).date()
        if answered and appeal.closed_at
        else None,
        result=Result(appeal.state) if answered else None,
        is_open=appeal.state in OPEN,
    )
    return after(facts, course)


def _facts_of_request(appeal: Appeal, answer: AppealAnswer | None) -> Facts:
    first = appeal.decision
    said = said_by(first) if first else None
    ground = answer.ground if answer and answer.ground else first.ground if first else ""
    return facts_for_the_router(
        appeal.of_request(),
        said=said or Said.NO,
        ground=Ground(ground) if ground else None,
        told_at=first.decided_at if first else appeal.silence_at or appeal.received_at,
    )


def _facts_of_claim(claim: DeniedPayment) -> Facts:
    """Return the facts of care that was given and not paid; that cannot be urgent any more."""
    line, plan = claim.line_of_business, claim.plan
    no = No(
        line_of_business=line,
        licensed_plan=plan.licensed_plan if plan else None,
        self_funded=plan is not None and plan.funding == HealthPlan.Funding.SELF_FUNDED,
        other_lines=other_lines(claim.tenant_id, claim.member_id, line, on=claim.served_on),
        said=Said.NO,
        ground=None,
        urgency=Urgency.STANDARD,
        is_drug=False,
        on=claim.told_on,
    )
    return facts_of_claim(no, Basis(claim.basis))
