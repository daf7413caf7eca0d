"""The talk between the reviewer and the requesting doctor: offered, answered, held."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.states import OPEN, State
from ..events import Event
from ..models import PeerToPeer
from ..steps.locking import locked


class NoSuchTalk(LookupError):
    """There is no open offer of a talk on this case, or not at that time."""


@action
def offer_talk(
    request_id: UUID, *, slots: Sequence[datetime], by: Actor, at: datetime
) -> PeerToPeer:
    """Offer the requesting doctor a talk at these times. Raises NoSuchTalk without future times."""
    by.require(Permission.PEER_TO_PEER)
    request = locked(request_id, by=by)
    if State(request.state) not in OPEN:
        raise MoveNotAllowed(f"This case is {request.get_state_display()}.")
    future = sorted({slot for slot in slots if slot > at})
    if not future:
        raise NoSuchTalk("Offer at least one time that still lies ahead.")
    talk = PeerToPeer.objects.create(
        tenant_id=request.tenant_id,
        request=request,
        offered_by_name=by.name,
        offered_at=at,
        slots=future,
    )
    record(request, Event.PEER_OFFERED, by=by, at=at, slots=[slot.isoformat() for slot in future])
    return talk


@action
def answer_talk(
    request_id: UUID, talk_id: UUID, *, slot: datetime | None, by: Actor, at: datetime
) -> PeerToPeer:
    """The practice chooses a slot, or declines with None. Raises NoSuchTalk."""
    request = locked(request_id, by=by)
    talk = request.peer_talks.filter(id=talk_id, state=PeerToPeer.State.OFFERED).first()
    if talk is None or (slot is not None and slot not in talk.slots):
        raise NoSuchTalk("That time is no longer on offer. Choose one of the times shown.")
    talk.state = PeerToPeer.State.ACCEPTED if slot else PeerToPeer.State.DECLINED
    talk.chosen_at = slot
    talk.save(update_fields=["state", "chosen_at"])
    record(
        request, Event.PEER_ANSWERED, by=by, at=at, slot=slot.isoformat() if slot else "declined"
    )
    return talk


@action
def note_talk(
    request_id: UUID, talk_id: UUID, *, reached: bool, note: str, by: Actor, at: datetime
) -> PeerToPeer:
    """Record that the talk was held, or that the doctor was not reached. Raises NoSuchTalk."""
    by.require(Permission.PEER_TO_PEER)
    request = locked(request_id, by=by)
    talk = request.peer_talks.filter(id=talk_id).exclude(state=PeerToPeer.State.HELD).first()
    if talk is None:
        raise NoSuchTalk("This talk is already on record.")
    talk.state = PeerToPeer.State.HELD if reached else PeerToPeer.State.NOT_REACHED
    talk.held_at, talk.note = at, note
    talk.save(update_fields=["state", "held_at", "note"])
    record(request, Event.PEER_HELD, by=by, at=at, reached=reached)
    return talk
