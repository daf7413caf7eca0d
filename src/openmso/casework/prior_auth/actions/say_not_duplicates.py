"""Two requests looked like one, or were joined as one, and are not the same."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.worklists.items import refresh_item

from ..domain.states import OPEN, State
from ..events import Event
from ..models import AuthorizationRequest
from ..queries import request_for
from ..ruled_out import ruled_out
from ..steps.locking import keep
from ..steps.parting import part
from ..steps.ruling_out import rule_out
from ..steps.two_cases import locked_pair
from ..worklist import note_of
from .set_urgency import ReasonNeeded


class NothingToCompare(LookupError):
    """This request is neither taken for a duplicate nor joined to another one."""


@action
def say_not_duplicates(
    request_id: UUID, *, why: str, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Say that the request is not the one it was joined to, or is taken for. It goes on by itself.

    The pair is not joined or pointed out again until somebody takes this back. Raises
    ReasonNeeded, NothingToCompare.
    """
    by.require(Permission.REQUEST_KEY_IN)
    if not why.strip():
        raise ReasonNeeded("Say how you know that they are not the same.")
    request, other = locked_pair(request_id, _other_of(request_for(by, request_id)), by=by)
    papers = part(request, other, at=at) if request.state == State.JOINED else 0
    rule_out(request, other, why=why, by=by, at=at)
    for one, not_this in ((request, other), (other, request)):
        record(
            one,
            Event.NOT_DUPLICATES,
            by=by,
            at=at,
            other=not_this.number,
            why=why,
            papers=papers or None,
        )
    return request


@action
def take_back_not_duplicates(
    request_id: UUID, other_id: UUID, *, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Take back what was said: the two look like duplicates again. Raises NothingToCompare.

    Nothing is joined by it; an open one of the two is pointed out, this one before the other.
    """
    by.require(Permission.REQUEST_KEY_IN)
    request, other = locked_pair(request_id, other_id, by=by)
    said = ruled_out(request, other)
    if said is None:
        raise NothingToCompare("Nobody said of these two that they are not duplicates.")
    said.taken_back_at, said.taken_back_by_name = at, by.name
    said.save(update_fields=["taken_back_at", "taken_back_by_name"])
    _point_out(request, other)
    for one, not_this in ((request, other), (other, request)):
        record(one, Event.NOT_DUPLICATES_TAKEN_BACK, by=by, at=at, other=not_this.number)
    return request


def _other_of(request: AuthorizationRequest) -> UUID:
    """The one it goes on as, at the end of the chain, or the one it looks like."""
    other = request.joined_to
    while other is not None and other.joined_to is not None:
        other = other.joined_to
    found = other.id if other is not None else request.likely_duplicate_id
    if found is None:
        raise NothingToCompare("This request is not taken for a duplicate of another one.")
    return found


def _point_out(request: AuthorizationRequest, other: AuthorizationRequest) -> None:
    for one, alike in ((request, other), (other, request)):
        if State(one.state) in OPEN:
            one.likely_duplicate = alike
            keep(one, "likely_duplicate")
            refresh_item(one, note=note_of(one))
            return
