"""Stands for a mail house in the demo and the tests: takes letters, confirms each with a number.

It can be told to refuse (`mood.refuse("…")`). What it received is what the demo's outbox shows.
"""

from hashlib import sha256
from pathlib import Path

from openmso.office.outbound.interfaces import Address

from ..vendor_moods import Mood
from .folder import MailHouseFolder


class MailHouseSimulator:
    """A mail house without paper."""

    def __init__(self, folder: Path) -> None:
        self._door = MailHouseFolder(folder)
        self.exchange = self._door.exchange
        self.mood = Mood(folder)

    def hand_over(self, *, key: str, address: Address, content: bytes, file_name: str) -> str:
        """Take one letter per `key` and confirm it. Raises CarrierFailed when told to refuse."""
        self.mood.check()
        self._door.hand_over(key=key, address=address, content=content, file_name=file_name)
        return f"mail house (simulated), mailing {_number(key)}"


def _number(key: str) -> str:
    return f"MH-{int(sha256(key.encode()).hexdigest()[:12], 16) % 10**10:010d}"
