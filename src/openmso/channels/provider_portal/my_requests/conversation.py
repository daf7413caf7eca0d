"""What is said between the practice and us about one request: asked, talked over, written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.models import CaseMessage, InformationRequest, PeerToPeer
from openmso.channels.ui.words_for_time import staff_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    when: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Slot:
    """`value` is the instant as it is sent back; `words` are in the office's zone."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    id: UUID
    offered_by: str
    slots: Sequence[Slot]
    chosen: str


@dataclass(frozen=True, slots=True)
class Message:
    who: str
    when: str
    text: str
    mine: bool


def asked_shown(one: InformationRequest, zone: ZoneInfo) -> Asked:
    """Present what we asked the practice for."""
    return Asked(
        when=staff_time(one.asked_at, zone),
        sentences=[*one.missing, *([one.words] if one.words else [])],
    )


def talk_shown(one: PeerToPeer, *, at: datetime, zone: ZoneInfo) -> Talk:
    """Present a talk between the doctors; times that are over at `at` are no longer offered."""
    offered = one.state == PeerToPeer.State.OFFERED
    return Talk(
        id=one.id,
        offered_by=one.offered_by_name,
        slots=[
            Slot(slot.isoformat(), staff_time(slot, zone))
            for slot in one.slots
            if offered and slot > at
        ],
        chosen=staff_time(one.chosen_at, zone) if one.chosen_at else "",
    )


def message_shown(one: CaseMessage, zone: ZoneInfo) -> Message:
    """Present one message of either side."""
    return Message(
        one.author_name, staff_time(one.written_at, zone), one.text, mine=one.from_practice
    )
