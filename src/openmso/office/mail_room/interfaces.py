"""What the mail room needs from outside: a tray for each way in which papers reach an office.

`project/wiring.py` plugs the trays in.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from .domain.piece import Piece


class TrayFailed(RuntimeError):
    """The tray cannot be read now. The sentence says why; it is looked into again."""


class Tray(Protocol):
    def waiting(self, *, before: datetime) -> Iterator[Piece]:
        """Yield whole pieces, the oldest first; what is still being written is left for later.

        A piece without a ticket counts as whole when it was last written before `before`. Yields a
        piece again until it is `clear`ed or `set_aside`. Raises TrayFailed.
        """
        ...

    def clear(self, key: str) -> None:
        """Take a piece out of the tray: we have it. Does nothing for one that is gone."""
        ...

    def set_aside(self, key: str) -> None:
        """Put a piece we could not take where a person finds it. Does nothing when it is gone."""
        ...


@dataclass(slots=True)
class Wiring:
    """Filled once at start-up by the project floor: for each way, an office's tray by its key."""

    trays: dict[str, Callable[[str], Tray]] = field(default_factory=dict)


wiring = Wiring()
