"""A no that was taken back becomes an authorization in the same act.

Called with the ruling of an appeal to us, an outside reviewer or a judge, from the action that
recorded it. A ruling opens the request again and approves; it has no way to a no.
"""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.office.timeline.models import Deadline

from ..domain.deadlines import CARRY_OUT
from ..domain.ruling import Line, Ruling, RulingNotShown, given_by, gives_everything, require_shown
from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest, CarriedOutRuling, Decision, RequestedService
from ..steps.deciding import finish, grant, is_course
from ..steps.locking import locked
from ..steps.rounds import ROUND, begin_a_new_round


@action
def carry_out_overturn(
    request_id: UUID, *, ruling: Ruling, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Open the request again for `ruling`, authorize what it gives, order the letters, all at once.

    The time to carry it out counts from the ruling's notice. An authorization number the request
    has already is kept. Raises MoveNotAllowed when there is no no to take back, NotAYes,
    RulingNotShown, RequestNotFound.
    """
    request = locked(request_id, by=by)
    services = list(request.services.order_by("line"))
    lines = tuple(_line(service) for service in services)
    given = given_by(ruling, lines)
    _require_evidence(request, ruling)
    move = Move.CARRY_OUT if gives_everything(given, lines) else Move.CARRY_OUT_IN_PART
    state = after(State(request.state), move)
    number, valid_from_on = request.authorization_number, request.valid_from_on
    begin_a_new_round(request, begun_at=ruling.notice_received_at, at=at)
    request.ruled_by = ruling.ruled_by
    request.authorization_number, request.valid_from_on = number, valid_from_on
    decision = _store(request, ruling, at=at)
    for service in services:
        service.approved_quantity = given[service.line]
    RequestedService.objects.bulk_update(services, ["approved_quantity"])
    request.state = state
    grant(request, at=at, course_of_treatment=is_course(services))
    request.save(update_fields=ROUND)
    event = record(
        request,
        Event.OVERTURNED,
        by=by,
        at=at,
        ruled_by=str(ruling.ruled_by),
        ruled_on=ruling.ruled_on.isoformat(),
        reference=ruling.reference,
        number=request.authorization_number,
        approved={str(line): str(quantity) for line, quantity in given.items()},
        decision=str(decision.id),
    )
    finish(request, move, decision, by=by, at=at)
    event.details["carry_out_by"] = _carry_out_by(request)
    return request


def _line(service: RequestedService) -> Line:
    return Line(
        line=service.line,
        asked=service.quantity,
        given=service.approved_quantity or Decimal(0),
    )


def _require_evidence(request: AuthorizationRequest, ruling: Ruling) -> None:
    require_shown(ruling)
    paper = ruling.evidence_document_id
    if paper is None:
        return
    if not Document.objects.filter(tenant_id=request.tenant_id, id=paper).exists():
        raise RulingNotShown("The paper with the ruling is not in this office.")


def _store(request: AuthorizationRequest, ruling: Ruling, *, at: datetime) -> Decision:
    name = ruling.signed_by_name or ruling.ruled_by.label
    decision = Decision.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        outcome=Decision.Outcome.OVERTURNED,
        basis=f"{ruling.ruled_by.label} took the no back: {ruling.reference}.",
        criteria_edition_id=request.criteria_edition_id,
        signed_by_id=ruling.signed_by_id,
        signed_by_name=name,
        decided_at=at,
        decided_on=office_calendar(request.tenant_id).local(at).date(),
    )
    CarriedOutRuling.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        decision=decision,
        ruled_by=ruling.ruled_by,
        ruled_on=ruling.ruled_on,
        notice_received_at=ruling.notice_received_at,
        reference=ruling.reference.strip(),
        evidence_id=ruling.evidence_document_id,
    )
    return decision


def _carry_out_by(request: AuthorizationRequest) -> dict[str, str]:
    """Return each rule's time to carry the ruling out, empty where no rule names one."""
    rows = Deadline.objects.filter(
        tenant_id=request.tenant_id, case_id=request.id, purpose__in=CARRY_OUT
    )
    return {row.rule_id: row.due_at.isoformat() for row in rows}
