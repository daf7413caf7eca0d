"""How a request stood at an instant."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.statement import is_any
from openmso.office.timeline.lines import Line, known_by
from openmso.office.timeline.models import Deadline
from openmso.office.timeline.replay import Stood, Value, as_computed_or_on_record

from .clock_keeping import compute_clocks
from .domain.history import LOOKS, MOVES_PAPERS, Standing, standing_of
from .events import Event
from .models import AuthorizationRequest, CarriedOutRuling, RequestedService
from .queries import request_for

_WORDS = (
    "What the practice wrote and added (the clinical summary, the diagnoses, its own answers on "
    "the criteria) is kept as one text, not as a history; read it on the case."
)
_TAKEN_BACK = "A paper was taken back; what was missing from then on is not in the history."


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how a request stood at `at`. Raises RequestNotFound."""
    request = request_for(viewer, case_id)
    services = list(request.services.order_by("line"))
    asked = {str(one.line): one.quantity for one in services}
    known = known_by(lines, at)
    standing = standing_of(known, asked=asked)
    if standing is None:
        return Stood(number=request.number, state="", member_id=request.member_id)
    now = standing_of(lines, asked=asked) or standing
    others = _absorbed(request, standing.absorbed)
    then = _then(request, standing, others)
    deadlines, no_clock = _deadlines(then, standing, lines, at, last_round=now.round)
    taken_back = any(line.name == Event.PAPER_TAKEN_BACK for line in known)
    return Stood(
        number=request.number,
        state=str(standing.state),
        told=(*_told(standing), *((f"Service {one.line}", _service(one)) for one in services)),
        criteria=_criteria(request, lines, at),
        deadlines=deadlines,
        not_told=(*no_clock, *((_TAKEN_BACK,) if taken_back else ()), _WORDS),
        member_id=request.member_id,
        covered_on=request.service_from_on,
        papers_of=() if standing.joined_into else (request.id, *(one for one, _ in others)),
        looks=LOOKS,
        moves_papers=MOVES_PAPERS,
    )


def _deadlines(
    then: AuthorizationRequest,
    standing: Standing,
    lines: Sequence[Line],
    at: datetime,
    *,
    last_round: int,
) -> tuple[list[Deadline], tuple[str, ...]]:
    put_aside = f" in round {standing.round}" if standing.round < last_round else ""
    due, no_clock = as_computed_or_on_record(
        then, lambda: compute_clocks(then), lines=lines, at=at, put_aside=put_aside
    )
    if standing.closed_at is not None and not no_clock:
        for row in due:
            # What was still owed when it ended fell away; opened again, the row forgot it.
            if row.met_at is None and row.missed_at is None:
                row.closed_at = row.closed_at or standing.closed_at
    return due, no_clock


def _then(
    request: AuthorizationRequest, standing: Standing, others: Sequence[tuple[UUID, datetime]]
) -> AuthorizationRequest:
    """Return a copy of the row with what the clocks depend on as it was; never saved."""
    then = copy(request)
    then.state, then.urgency = str(standing.state), standing.urgency
    then.needs_authorization = True
    then.received_at = min((standing.received_at, *(came for _, came in others)))
    then.complete_at, then.extended_at = standing.complete_at, standing.extended_at
    then.decided_at, then.ruled_by = standing.decided_at, standing.ruled_by
    then.reopened_at = _ruling_came(request, standing) or standing.reopened_at
    return then


def _absorbed(
    request: AuthorizationRequest, numbers: Sequence[str]
) -> Sequence[tuple[UUID, datetime]]:
    """Return the requests joined into this one and when they came; no query without one."""
    if not numbers:
        return ()
    others = AuthorizationRequest.objects.filter(
        is_any("number", numbers), tenant_id=request.tenant_id
    )
    return list(others.values_list("id", "received_at"))


def _ruling_came(request: AuthorizationRequest, standing: Standing) -> datetime | None:
    """Return when the notice of the ruling reached us; no query without a ruling."""
    if not standing.ruling:
        return None
    rulings = CarriedOutRuling.objects.filter(
        tenant_id=request.tenant_id, decision_id=standing.ruling
    )
    return rulings.values_list("notice_received_at", flat=True).first()


def _criteria(request: AuthorizationRequest, lines: Sequence[Line], at: datetime) -> str:
    """Return the edition then: what the next renewal replaced, else the one on the case."""
    later = (
        line for line in lines if line.name == Event.CRITERIA_RENEWED and line.recorded_at > at
    )
    renewal = next(later, None)
    if renewal is not None:
        return str(renewal.details["before"])
    return str(request.criteria_edition) if request.criteria_edition else ""


def _told(standing: Standing) -> Sequence[tuple[str, Value]]:
    fast = "fast" if standing.urgency == "expedited" else "standard"
    found: list[tuple[str, Value | None]] = [
        ("Received", standing.received_at),
        ("Urgency", fast),
        ("Missing", ", ".join(one.replace("_", " ") for one in standing.missing)),
        ("Complete since", standing.complete_at),
        ("More time taken", standing.extended_at),
        ("Opened again", standing.reopened_at),
        ("Nobody had answered by", standing.silence_at),
        ("Decided", standing.decided_at),
        ("Authorization number", standing.authorization_number),
        ("Joined to", standing.joined_into),
        ("Joined into it", ", ".join(standing.absorbed)),
        ("Ended", standing.closed_at),
        *((f"Criteria point {code}", _said(said)) for code, said in standing.answers.items()),
    ]
    return [(label, value) for label, value in found if value]


def _said(answer: str) -> str:
    return answer.replace("_", " ")


def _service(one: RequestedService) -> str:
    return f"{one.code} {one.description}, {one.quantity.normalize():f} {one.unit}".strip()
