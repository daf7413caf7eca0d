"""A talk with the doctor in words: offered times, the answer, the note."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.models import PeerToPeer
from openmso.channels.ui.words_for_time import staff_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One offer of a talk in words. `can_note` until it is on record as held."""

    id: str
    state: str
    times: str
    chosen: str
    note: str
    can_note: bool


def talk_of(row: dict[str, Any], zone: ZoneInfo) -> Talk:
    """Return one talk for the page."""
    chosen = row["chosen_at"]
    return Talk(
        id=str(row["id"]),
        state=PeerToPeer.State(row["state"]).label,
        times=", ".join(staff_time(datetime.fromisoformat(slot), zone) for slot in row["slots"]),
        chosen=staff_time(datetime.fromisoformat(chosen), zone) if chosen else "",
        note=row["note"],
        can_note=row["state"] != PeerToPeer.State.HELD,
    )
