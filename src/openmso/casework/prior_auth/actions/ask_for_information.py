"""Something is missing: the office is asked for it. The case stays open; this is never a denial."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.letters_owed import letters_owed
from ..domain.states import Move, State, after
from ..events import Event
from ..letters.occasion import Occasion
from ..letters.ordering import order_letters
from ..models import AuthorizationRequest, InformationRequest
from ..steps.locking import keep, locked
from ..steps.queues import move_to_queue


class NothingAsked(ValueError):
    """Nobody said what is missing."""


@action
def ask_for_information(
    request_id: UUID, *, missing: Sequence[str], words: str, by: Actor, at: datetime
) -> AuthorizationRequest:
    """Ask the requesting office for what is missing, in `missing` sentences and free `words`.

    No clock stops unless its rule says so; the due time on the case shows which one runs.
    Raises NothingAsked, MoveNotAllowed.
    """
    by.require(Permission.REQUEST_INFORMATION)
    if not missing and not words.strip():
        raise NothingAsked("Say what is missing, so that the office can send it.")
    request = locked(request_id, by=by)
    request.state = after(State(request.state), Move.ASK_FOR_INFORMATION)
    keep(request, "state")
    asked = InformationRequest.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        missing=list(missing),
        words=words,
        asked_by_name=by.name,
        asked_at=at,
    )
    record(request, Event.INFORMATION_ASKED, by=by, at=at, items=len(missing))
    move_to_queue(request, outcome="office asked", at=at)
    told = Occasion(information=asked)
    order_letters(request, letters_owed(Move.ASK_FOR_INFORMATION), by=by, at=at, told=told)
    return request
