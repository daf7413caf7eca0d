"""What the remedy router says about a no today, with everything that happened since the letter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import answer_of
from openmso.casework.appeals.ways_on import facts_after_appeal
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import Said
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.queries import decisions_of
from openmso.casework.prior_auth.ways_on import facts_for_the_router, said_by
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import route
from openmso.office.law import office_calendar, rulebook

from .domain.imr import Basis, FirstStep, facts_for_review, hearing_step
from .models import ExternalReview
from .queries import as_other_cases, other_cases

_BASES = {
    Ground.MEDICAL_APPROPRIATENESS: Basis.MEDICAL_NECESSITY,
    Ground.NOT_COVERED: Basis.NOT_COVERED,
}


def routed_for_review(
    request: AuthorizationRequest,
    *,
    basis: Basis | None,
    urgent: bool,
    first_step: FirstStep | None,
    papers: frozenset[str] = frozenset(),
    at: datetime,
) -> Routed:
    """Return every way on as of `at`, with review judged as if it were asked for that day."""
    office = office_calendar(request.tenant_id)
    on: date = office.local(at).date()
    facts = facts_for_review(
        _facts_until_now(request),
        basis=basis,
        urgent=urgent,
        first_step=first_step,
        hearing=hearing_step(other_cases(request.tenant_id, request.id)),
        applied_on=on,
        papers=papers,
    )
    return route(facts, as_of=on, book=rulebook(), office=office)


def ways_on_now(
    request: AuthorizationRequest,
    decisions: Sequence[Decision],
    appeals: Sequence[Appeal],
    reviews: Sequence[ExternalReview],
    *,
    at: datetime,
) -> Routed | None:
    """Return the ways on as of `at` with all that we know was asked for; None without a no.

    `decisions` and `appeals` have their newest first. One query.
    """
    said = said_by(decisions[0]) if decisions else None
    if said is None:
        return None
    appeal = appeals[0] if appeals else None
    if appeal is None or appeal.decision_id != decisions[0].id:
        facts = facts_for_the_router(
            request,
            said=said,
            ground=Ground(decisions[0].ground),
            told_at=decisions[0].decided_at,
        )
    else:
        appeal.request, appeal.decision = request, decisions[0]
        facts = facts_after_appeal(appeal, getattr(appeal, "answer", None))
    facts = replace(facts, state_hearing=hearing_step(as_other_cases(reviews)))
    office = office_calendar(request.tenant_id)
    return route(facts, as_of=office.local(at).date(), book=rulebook(), office=office)


def basis_of_the_no(request: AuthorizationRequest) -> Basis | None:
    """Return what the newest refusing decision rests on; None where nobody decided."""
    for decision in decisions_of(request):
        if decision.ground:
            return _BASES[Ground(decision.ground)]
    return None


def _facts_until_now(request: AuthorizationRequest) -> Facts:
    """Return the facts of the newest appeal, else of the newest no, else of a silence."""
    appeal = newest_appeal(request)
    if appeal is not None:
        return facts_after_appeal(appeal, answer_of(appeal))
    for decision in decisions_of(request):
        said = said_by(decision)
        if said is not None:
            ground = Ground(decision.ground)
            return facts_for_the_router(
                request, said=said, ground=ground, told_at=decision.decided_at
            )
    told_at = request.silence_at or request.received_at
    return facts_for_the_router(request, said=Said.LATER, ground=None, told_at=told_at)


def newest_appeal(request: AuthorizationRequest) -> Appeal | None:
    """Return the appeal against this request's no that was filed last; None without one."""
    appeals = Appeal.objects.filter(tenant_id=request.tenant_id, request_id=request.id)
    return appeals.select_related("request", "decision").order_by("-received_at", "id").first()
