"""Stands for a fax gateway in the demo and the tests: "dials", and confirms with a number.

It can be told to refuse (`mood.refuse("Line busy.")`). What it received the demo's outbox shows.
"""

from hashlib import sha256
from pathlib import Path

from openmso.office.outbound.interfaces import Address

from ..vendor_moods import Mood
from .folder import FaxFolder


class FaxSimulator:
    """A fax gateway without a line."""

    def __init__(self, folder: Path) -> None:
        self._door = FaxFolder(folder)
        self.exchange = self._door.exchange
        self.mood = Mood(folder)

    def hand_over(self, *, key: str, address: Address, content: bytes, file_name: str) -> str:
        """Take one fax per `key` and confirm it. Raises CarrierFailed when told to refuse."""
        self.mood.check()
        self._door.hand_over(key=key, address=address, content=content, file_name=file_name)
        return f"fax (simulated), transmission {_number(key)}"


def _number(key: str) -> str:
    return f"FX-{int(sha256(key.encode()).hexdigest()[:12], 16) % 10**10:010d}"
