"""What waits for the practice, in groups that say what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.conversation import Waiting, WaitingForPractice
from openmso.channels.ui.words_for_time import length_of


@dataclass(frozen=True, slots=True)
class WaitingLine:
    request_id: UUID
    number: str
    member_name: str
    since: str


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    uid: str
    title: str
    lines: Sequence[WaitingLine]


def waiting_groups(waiting: WaitingForPractice, *, at: datetime) -> list[WaitingGroup]:
    """Return the groups that hold something."""
    groups = (
        ("information", "We asked you for information", waiting.information),
        ("talks", "Our physician offers a talk", waiting.talks),
        ("messages", "You have a message", waiting.messages),
    )
    return [
        WaitingGroup(uid, title, [_line(one, at) for one in lines])
        for uid, title, lines in groups
        if lines
    ]


def _line(one: Waiting, at: datetime) -> WaitingLine:
    return WaitingLine(
        one.request_id, one.number, one.member_name, f"waiting {length_of(at - one.since)}"
    )
