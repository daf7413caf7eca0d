"""A request that was joined to another one is taken out again, with its own time and papers."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from openmso.office.documents.models import Document
from openmso.office.documents.moving import move_to_case
from openmso.office.timeline.models import CaseEvent

from ..clock_keeping import keep_clocks
from ..domain.states import OPEN, Move, State, after
from ..events import Event
from ..models import AuthorizationRequest
from .locking import keep
from .papers_leave import papers_leave
from .queues import move_to_queue

# What shows that the request had come past intake before it was joined.
_PAST_INTAKE = (Event.REVIEW_STARTED, Event.COMPLETE, Event.SENT_TO_PHYSICIAN)


def part(request: AuthorizationRequest, into: AuthorizationRequest, *, at: datetime) -> int:
    """Take `request` out of `into`; return how many papers went back with it.

    It goes to the nurses when it had been past intake, else to intake; its clocks run from its own
    received time as if it had never been joined. An open `into` gets its own received time and
    clocks back too; a closed one keeps those under which it was decided.
    """
    request.state = after(State(request.state), Move.PART)
    if _was_past_intake(request) and not request.missing:
        request.state = after(State(request.state), Move.START_REVIEW)
    request.joined_to = None
    keep(request, "state", "joined_to")
    papers = _own_papers(request)
    papers_leave(into, papers)
    move_to_case(Document.objects.filter(id__in=papers), request)
    if request.line_of_business:
        keep_clocks(request, at=at)
    move_to_queue(request, outcome="taken out again", at=at)
    if State(into.state) in OPEN:
        into.received_at = _first_received({into.id, *_joined_into(into)}, into)
        keep(into, "received_at")
        if into.line_of_business:
            keep_clocks(into, at=at)
    return len(papers)


def _was_past_intake(request: AuthorizationRequest) -> bool:
    return CaseEvent.objects.filter(
        tenant_id=request.tenant_id, case_id=request.id, name__in=_PAST_INTAKE
    ).exists()


def _own_papers(request: AuthorizationRequest) -> list[UUID]:
    """The papers that reached us for the request, or for one that had been joined to it."""
    lines = CaseEvent.objects.filter(
        tenant_id=request.tenant_id,
        case_id__in={request.id, *_joined_into(request)},
        name="document.attached",
    )
    return [UUID(line.details["document"]) for line in lines]


def _first_received(case_ids: Collection[UUID], request: AuthorizationRequest) -> datetime:
    moments = CaseEvent.objects.filter(
        tenant_id=request.tenant_id, case_id__in=case_ids, name=Event.RECEIVED
    ).values_list("happened_at", flat=True)
    return min(moments, default=request.received_at)


def _joined_into(request: AuthorizationRequest) -> set[UUID]:
    """Every request that goes on as this one, directly or through another."""
    found: set[UUID] = set()
    asked = {request.id}
    while asked:
        rows = AuthorizationRequest.objects.filter(
            tenant_id=request.tenant_id, joined_to_id__in=asked
        )
        asked = set(rows.values_list("id", flat=True)) - found
        found |= asked
    return found
