"""What every yes has in common, whoever or whatever rule says it."""

import secrets
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import record
from openmso.office.timeline.deadlines import computed, meet, replace_deadlines
from openmso.office.worklists.items import leave_queue

from ..clock_keeping import clock_facts, compute_clocks
from ..domain.deadlines import CARRY_OUT_AUTHORIZE, DECIDE
from ..domain.letters_owed import letters_owed
from ..domain.numbers import readable_number
from ..domain.states import Move, State, after
from ..domain.validity import Validity, validity_of
from ..events import Event
from ..letters.occasion import Occasion
from ..letters.ordering import order_letters
from ..models import AuthorizationRequest, Decision, RequestedService
from .locking import keep

_EVENT = {
    Decision.Outcome.APPROVED: Event.APPROVED,
    Decision.Outcome.GRANTED_BY_LAW: Event.GRANTED_BY_LAW,
    Decision.Outcome.PARTLY_APPROVED: Event.PARTLY_APPROVED,
}


def approve_now(
    request: AuthorizationRequest,
    *,
    outcome: Decision.Outcome,
    basis: str,
    signed_by: Actor | None,
    by: Actor,
    at: datetime,
    benefit_section_id: UUID | None = None,
) -> Decision:
    """Approve everything that was asked for: decision, number, validity, letters, clocks.

    `signed_by` None means that a rule or the law itself says yes. Raises MoveNotAllowed.
    """
    request.state = after(State(request.state), Move.APPROVE)
    decision = Decision.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        outcome=outcome,
        basis=basis[:300],
        criteria_edition_id=request.criteria_edition_id,
        benefit_section_id=benefit_section_id,
        signed_by_id=signed_by.id if signed_by else None,
        signed_by_name=signed_by.name if signed_by else by.name,
        decided_at=at,
        decided_on=office_calendar(request.tenant_id).local(at).date(),
    )
    services = list(request.services.order_by("line"))
    for service in services:
        service.approved_quantity = service.quantity
    RequestedService.objects.bulk_update(services, ["approved_quantity"])
    grant(request, at=at, course_of_treatment=is_course(services))
    record(
        request,
        _EVENT[outcome],
        by=by,
        at=at,
        number=request.authorization_number,
        basis=basis[:300],
        valid_until=request.valid_until_on.isoformat() if request.valid_until_on else "",
        why=request.validity_why,
    )
    finish(request, Move.APPROVE, decision, by=by, at=at)
    return decision


def grant(request: AuthorizationRequest, *, at: datetime, course_of_treatment: bool) -> Validity:
    """Give the request its authorization number and its days, and save it as decided.

    A number and a first day that it has already are kept.
    """
    coverage = request.coverage
    validity = validity_of(
        clock_facts(request),
        approved_at=at,
        course_of_treatment=course_of_treatment,
        coverage_until_on=coverage.until_on if coverage else None,
        book=rulebook(),
        office=office_calendar(request.tenant_id),
    )
    request.decided_at = at
    request.authorization_number = request.authorization_number or readable_number(
        "AU", validity.from_on, secrets.choice
    )
    request.valid_from_on = request.valid_from_on or validity.from_on
    request.valid_until_on = validity.until_on
    request.validity_why, request.validity_why_es = validity.why, validity.why_es
    request.validity_rule = validity.rule_id
    keep(
        request,
        "state",
        "decided_at",
        "authorization_number",
        "valid_from_on",
        "valid_until_on",
        "validity_why",
        "validity_why_es",
        "validity_rule",
    )
    return validity


def finish(
    request: AuthorizationRequest, move: Move, decision: Decision, *, by: Actor, at: datetime
) -> None:
    """Stop the clock of the decision, start those of the notices, order the letters, close the row.

    The request must already be saved in its new state.
    """
    leave_queue(request, request.state, at=at)
    found = computed(compute_clocks(request), edition=rulebook().edition)
    replace_deadlines(request, found, at=at)
    meet(request, DECIDE, CARRY_OUT_AUTHORIZE, at=at)
    order_letters(request, letters_owed(move), by=by, at=at, told=Occasion(decision=decision))


def is_course(services: list[RequestedService]) -> bool:
    """Tell whether this is a course of treatment: something given more than once."""
    return any(service.quantity > Decimal(1) for service in services)
