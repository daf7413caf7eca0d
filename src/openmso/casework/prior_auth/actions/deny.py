"""A physician denies a request. This is the only way to a denial."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..denial import Denial, denial_facts, require_rule_in_force, signer_facts
from ..domain.decision import require_qualified_signer
from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest, Decision
from ..steps.deciding import finish
from ..steps.locking import keep, locked
from ..steps.signing import signed


@action
def deny(
    request_id: UUID, *, denial: Denial, by: Actor, at: datetime, version: int
) -> AuthorizationRequest:
    """Deny one request in physician review and order the letters this obliges us to send.

    `at` is the moment of the decision; `version` is the one the signer read. Raises MoveNotAllowed,
    ChangedMeanwhile, NotQualifiedToDeny with every reason, CriterionNotInForce.
    """
    request = locked(request_id, by=by, version=version)
    state = after(State(request.state), Move.DENY)
    require_qualified_signer(signer_facts(request, by, at=at), denial_facts(request, denial))
    require_rule_in_force(request, denial, at=at)
    decision = signed(
        request, denial, Decision.Outcome.DENIED, basis="Denied by a physician.", by=by, at=at
    )
    request.state, request.decided_at = state, at
    keep(request, "state", "decided_at")
    request.services.update(approved_quantity=Decimal(0))
    record(
        request,
        Event.DENIED,
        by=by,
        at=at,
        ground=str(denial.ground),
        criteria_edition=str(denial.criteria_edition_id or ""),
        benefit_section=str(denial.benefit_section_id or ""),
        decision=str(decision.id),
    )
    finish(request, Move.DENY, decision, by=by, at=at)
    return request
