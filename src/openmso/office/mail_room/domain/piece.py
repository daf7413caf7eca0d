"""One thing as it lies in the tray: nothing about it is believed yet."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file that a fax server, a scanner or a mail server left for us.

    `key` is the source's own name for it: the same key is the same piece. `content` is None for a
    file too large to be read at all; `size` counts bytes. `received_at` is when the first page
    reached the source, None where nobody says; `pages_said` how many pages the source counted.
    """

    key: str
    title: str
    content: bytes | None
    size: int
    received_at: datetime | None = None
    sender: str = ""
    pages_said: int | None = None
