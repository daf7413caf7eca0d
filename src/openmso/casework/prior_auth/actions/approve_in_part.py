"""A physician approves a part. The rest is a denial: same guard, same letter rights."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..denial import Denial, denial_facts, require_rule_in_force, signer_facts
from ..domain.decision import require_qualified_signer
from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest, Decision, RequestedService
from ..steps.deciding import finish, grant, is_course
from ..steps.locking import locked
from ..steps.signing import signed


class NotAPart(ValueError):
    """The quantities named are not a part of what was asked: nothing, everything, or more."""


@action
def approve_in_part(
    request_id: UUID,
    *,
    approved: Mapping[int, Decimal],
    denial: Denial,
    by: Actor,
    at: datetime,
    version: int,
) -> AuthorizationRequest:
    """Approve `approved` (quantity by service line) and deny the rest for `denial`'s reason.

    Raises NotAPart besides everything that `deny` raises.
    """
    request = locked(request_id, by=by, version=version)
    state = after(State(request.state), Move.APPROVE_IN_PART)
    require_qualified_signer(signer_facts(request, by, at=at), denial_facts(request, denial))
    require_rule_in_force(request, denial, at=at)
    services = _reduced(request, approved)
    decision = signed(
        request,
        denial,
        Decision.Outcome.PARTLY_APPROVED,
        basis="Approved in part by a physician.",
        by=by,
        at=at,
    )
    RequestedService.objects.bulk_update(services, ["approved_quantity"])
    request.state = state
    grant(request, at=at, course_of_treatment=is_course(services))
    record(
        request,
        Event.PARTLY_APPROVED,
        by=by,
        at=at,
        number=request.authorization_number,
        ground=str(denial.ground),
        approved={str(service.line): str(service.approved_quantity) for service in services},
        decision=str(decision.id),
    )
    finish(request, Move.APPROVE_IN_PART, decision, by=by, at=at)
    return request


def _reduced(
    request: AuthorizationRequest, approved: Mapping[int, Decimal]
) -> list[RequestedService]:
    services = list(request.services.order_by("line"))
    for service in services:
        service.approved_quantity = approved.get(service.line, Decimal(0))
        if not 0 <= service.approved_quantity <= service.quantity:
            raise NotAPart(
                f"Line {service.line}: approve between 0 and {service.quantity.normalize():f}."
            )
    given = sum((service.approved_quantity or Decimal(0) for service in services), Decimal(0))
    asked = sum((service.quantity for service in services), Decimal(0))
    if not 0 < given < asked:
        raise NotAPart("Approve some of it: for all or nothing use the other decisions.")
    return services
