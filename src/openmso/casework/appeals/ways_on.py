"""What a member may do after, or while, an appeal: the case's facts through the remedy router."""

from dataclasses import replace
from datetime import datetime

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import Said
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.ways_on import facts_for_the_router, said_by
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import route
from openmso.office.law import office_calendar, rulebook

from .domain.deciding import Result
from .domain.states import ANSWERED, OPEN
from .models import Appeal, AppealAnswer

_RESULTS = {
    Result.UPHELD: "upheld",
    Result.PARTLY_UPHELD: "partly upheld",
    Result.OVERTURNED: "overturned",
}


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
    first = appeal.decision
    said = said_by(first) if first else None
    ground = answer.ground if answer and answer.ground else first.ground if first else ""
    facts = facts_for_the_router(
        appeal.request,
        said=said or Said.NO,
        ground=Ground(ground) if ground else None,
        told_at=first.decided_at if first else appeal.silence_at or appeal.received_at,
    )
    filed_on = office.local(appeal.received_at).date()
    facts = replace(
        facts,
        grievance_filed_at=filed_on,
        grievance_expedited=appeal.urgency == Urgency.EXPEDITED,
        urgent=appeal.urgency == Urgency.EXPEDITED,
    )
    if appeal.state in ANSWERED and appeal.closed_at is not None:
        return replace(
            facts,
            grievance="answered",
            grievance_answered_at=office.local(appeal.closed_at).date(),
            grievance_result=_RESULTS[Result(appeal.state)],
        )
    return replace(facts, grievance="filed") if appeal.state in OPEN else facts
