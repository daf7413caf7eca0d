"""Stands for a fax server, a scanner or a mail server in the demo and the tests.

`arrive(...)` is the machine that receives; `mood` lets the tray fail.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from openmso.office.mail_room.domain.piece import Piece
from openmso.office.mail_room.interfaces import TrayFailed
from openmso.office.outbound.interfaces import CarrierFailed

from ..vendor_moods import MOOD, Mood
from .folder import TICKET, IncomingFolder


class IncomingSimulator:
    """A receiver without a line."""

    def __init__(self, folder: Path) -> None:
        self._door = IncomingFolder(folder)
        self.folder = folder
        self.mood = Mood(folder)

    def arrive(
        self, name: str, content: bytes, *, at: datetime, sender: str = "", pages: int | None = None
    ) -> None:
        """Leave a file with its ticket, as a server that received it at `at` does."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        ticket = {"received_at": at.isoformat(), "from": sender, "pages": pages}
        said = {key: value for key, value in ticket.items() if value}
        (self.folder / f"{name}{TICKET}").write_text(json.dumps(said), encoding="utf-8")
        (self.folder / name).write_bytes(content)

    def waiting(self, *, before: datetime) -> Iterator[Piece]:
        """Yield what arrived. Raises TrayFailed when told to."""
        try:
            self.mood.check()
        except CarrierFailed as refusal:
            raise TrayFailed(str(refusal)) from None
        yield from (piece for piece in self._door.waiting(before=before) if piece.key != MOOD)

    def clear(self, key: str) -> None:
        """Take a piece out of the tray."""
        self._door.clear(key)

    def set_aside(self, key: str) -> None:
        """Put a piece where a person finds it."""
        self._door.set_aside(key)
