"""More papers or words arrive for a request, from the practice or keyed in by staff."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.states import Move, State, after
from ..events import Event
from ..models import AuthorizationRequest
from ..steps.locking import keep, locked
from ..steps.queues import move_to_queue
from ..steps.weighing import weigh_again


@action
def add_information(
    request_id: UUID,
    *,
    files: Sequence[tuple[str, Inspected]],
    words: str,
    diagnoses: Sequence[str] = (),
    received_at: datetime,
    source: str,
    by: Actor,
    at: datetime,
) -> AuthorizationRequest:
    """Put new papers and words on the case; when nothing is missing any more it goes to review.

    `received_at` is when they reached any of our desks. Raises MoveNotAllowed.
    """
    request = locked(request_id, by=by)
    state = after(State(request.state), Move.ADD_INFORMATION)
    for title, file in files:
        attach(request, file, title=title, source=source, received_at=received_at, by=by, at=at)
    if words.strip():
        request.clinical_summary = "\n\n".join(filter(None, [request.clinical_summary, words]))
    request.diagnoses = list(dict.fromkeys([*request.diagnoses, *diagnoses]))
    weigh_again(request)
    record(
        request,
        Event.INFORMATION_ADDED,
        by=by,
        at=at,
        happened_at=received_at,
        files=len(files),
        still_missing=[one["code"] for one in request.missing],
    )
    complete = not request.missing
    if complete and request.complete_at is None:
        request.complete_at = received_at
        record(request, Event.COMPLETE, by=by, at=at, happened_at=received_at)
    moved = complete and request.state in {State.RECEIVED, State.WAITING_FOR_INFORMATION}
    request.state = State.IN_REVIEW if moved else state if complete else State(request.state)
    keep(request, "state", "clinical_summary", "diagnoses", "missing", "complete_at")
    request.information_requests.filter(answered_at=None).update(answered_at=at)
    keep_clocks(request, at=at)
    if moved:
        move_to_queue(request, outcome="information arrived", at=at)
    return request
