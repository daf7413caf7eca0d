"""Stands for the health plans' member services in the demo and the tests: takes, and confirms.

It can be told to refuse (`mood.refuse("Closed.")`). It answers nothing: a plan answers in its next
eligibility file.
"""

from hashlib import sha256
from pathlib import Path

from openmso.office.outbound.interfaces import CarrierFailed
from openmso.roster.pcp_changes.interfaces import PcpWish, PlanDeskFailed

from ..vendor_moods import Mood
from .folder import PlanDeskFolder


class PlanDeskSimulator:
    """A desk without people."""

    def __init__(self, folder: Path) -> None:
        self._door = PlanDeskFolder(folder)
        self.exchange = self._door.exchange
        self.mood = Mood(folder)

    def pass_on(self, *, key: str, wish: PcpWish) -> str:
        """Take one wish per `key` and confirm it. Raises PlanDeskFailed when told to refuse."""
        try:
            self.mood.check()
        except CarrierFailed as refusal:
            raise PlanDeskFailed(str(refusal)) from None
        self._door.pass_on(key=key, wish=wish)
        return f"plan desk (simulated), receipt {_number(key)}"


def _number(key: str) -> str:
    return f"HP-{int(sha256(key.encode()).hexdigest()[:12], 16) % 10**10:010d}"
