"""Stands for a paging gateway in the demo and the tests: every device confirms at once.

It can be told to refuse (`mood.refuse("No signal.")`), and not to confirm (`confirms = False`).
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from openmso.office.on_call.interfaces import MessengerFailed
from openmso.office.outbound.interfaces import CarrierFailed

from ..vendor_moods import Mood
from .folder import DELIVERED, PagerFolder


class PagerSimulator:
    """A paging gateway without a transmitter."""

    def __init__(self, folder: Path) -> None:
        self._door = PagerFolder(folder)
        self.exchange = self._door.exchange
        self.mood = Mood(folder)
        self.confirms = True

    def send(self, *, key: str, to: str, text: str, at: datetime) -> str:
        """Take one text per `key` and confirm it. Raises MessengerFailed when told to refuse."""
        try:
            self.mood.check()
        except CarrierFailed as refusal:
            raise MessengerFailed(str(refusal)) from None
        self._door.send(key=key, to=to, text=text, at=at)
        note = self.exchange.folder / f"{key}{DELIVERED}"
        if self.confirms and not note.exists():
            note.write_text(at.astimezone(UTC).isoformat(), encoding="ascii")
        return f"pager (simulated), page {_number(key)}"

    def delivered_at(self, key: str) -> datetime | None:
        """Return when the device that is not there confirmed."""
        return self._door.delivered_at(key)


def _number(key: str) -> str:
    return f"PG-{int(sha256(key.encode()).hexdigest()[:12], 16) % 10**10:010d}"
