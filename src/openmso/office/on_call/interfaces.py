"""What paging needs from outside: a messenger for each way, and where our pages are reached.

`project/wiring.py` plugs both in. A messenger is handed a text that names no person.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


class MessengerFailed(RuntimeError):
    """The messenger did not take it. The sentence says why; it will be tried again."""


class Messenger(Protocol):
    def send(self, *, key: str, to: str, text: str, at: datetime) -> str:
        """Send once per `key` however often it is asked, and return the proof of sending.

        The proof of one key is always the same text of at most 120 signs. Raises MessengerFailed.
        """
        ...

    def delivered_at(self, key: str) -> datetime | None:
        """Return when the text reached the person's device, None while that is not known."""
        ...


@dataclass(slots=True)
class Wiring:
    """Filled once at start-up by the project floor."""

    messengers: dict[str, Messenger] = field(default_factory=dict)
    public_address: str = ""

    def messenger(self, way: str) -> Messenger:
        try:
            return self.messengers[way]
        except KeyError:
            raise RuntimeError(
                f"no messenger is plugged in for {way}; see project/wiring.py"
            ) from None

    def page_of_call(self, code: str) -> str:
        """Return the short address of a page; empty where nobody has said where we are reached."""
        return f"{self.public_address}/p/{code}/" if self.public_address else ""


wiring = Wiring()
