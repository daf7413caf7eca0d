"""Two requests ask for the same thing: one case goes on, with the earliest received time."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.moving import move_to_case
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..clock_keeping import keep_clocks
from ..domain.states import OPEN, Move, State, after
from ..events import Event
from ..models import AuthorizationRequest
from ..ruled_out import ruled_out
from ..steps.locking import keep
from ..steps.queues import move_to_queue
from ..steps.two_cases import locked_pair


class NotTheSame(ValueError):
    """These two cannot be joined: another member, or the same request twice."""


@action
def join(request_id: UUID, *, into_id: UUID, by: Actor, at: datetime) -> AuthorizationRequest:
    """Join a request into another one of the same member and return the one that goes on.

    Its papers move along, and the earlier received time counts. Raises NotTheSame, MoveNotAllowed.
    """
    by.require(Permission.REQUEST_KEY_IN)
    if request_id == into_id:
        raise NotTheSame("A request cannot be joined to itself.")
    joining, into = locked_pair(request_id, into_id, by=by)
    if joining.member_id != into.member_id:
        raise NotTheSame("These requests are for two different members.")
    if ruled_out(joining, into) is not None:
        raise NotTheSame("Somebody said that these two are not duplicates. Take that back first.")
    if State(into.state) not in OPEN:
        raise MoveNotAllowed(f"{into.number} is {into.get_state_display()}; nothing can join it.")
    joining.state = after(State(joining.state), Move.JOIN)
    joining.joined_to = into
    keep(joining, "state", "joined_to")
    moved = move_to_case(Document.objects.filter(case_id=joining.id), into)
    close_all(joining, at=at)
    move_to_queue(joining, outcome="joined", at=at)
    record(joining, Event.JOINED, by=by, at=at, into=into.number)
    if joining.received_at < into.received_at:
        into.received_at = joining.received_at
    into.likely_duplicate = None
    keep(into, "received_at", "likely_duplicate")
    record(into, Event.JOINED, by=by, at=at, absorbed=joining.number, papers=moved)
    keep_clocks(into, at=at)
    return into
