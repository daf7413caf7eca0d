"""A tray that is a folder: whoever receives for us leaves files there, if it can with a ticket.

`scan7.pdf` is a piece; `scan7.pdf.json` beside it is its ticket: {"received_at": "2026-11-20T09:45:
00-08:00", "from": "213-555-0119", "pages": 3}, each part optional. Names, tickets and contents are
believed in nothing but what they can be.
"""

import json
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openmso.office.documents.inspection import MAXIMUM_BYTES
from openmso.office.mail_room.domain.piece import Piece
from openmso.office.mail_room.interfaces import TrayFailed

TICKET = ".json"
ASIDE = "set-aside"
# What a writer calls a file that is not whole yet; names that begin with a point are left out too.
_HALF = (".part", ".tmp", ".crdownload", "~")
_LONGEST_TICKET = 16 * 1024
_MOST_PAGES = 100_000
_MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Lying:
    """A regular file in the tray: its name, size and when it was last written."""

    name: str
    size: int
    written_at: datetime


class IncomingFolder:
    """The tray of one office for one way. The folder is made by whoever writes into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def waiting(self, *, before: datetime) -> Iterator[Piece]:
        """Yield the pieces that are whole, the oldest first, at most 500. Raises TrayFailed."""
        try:
            there = self._there()
        except FileNotFoundError:
            return
        except OSError as trouble:
            raise TrayFailed(f"The folder cannot be read: {trouble.strerror}.") from None
        names = {one.name for one in there}
        pieces = [one for one in there if not _is_ticket(one.name, names)]
        for one in sorted(pieces, key=lambda each: (each.written_at, each.name))[:_MOST_AT_ONCE]:
            ticket = self._ticket(one.name)
            if ticket is None and one.written_at > before:
                continue
            piece = self._piece(one, ticket or {})
            if piece is not None:
                yield piece

    def clear(self, key: str) -> None:
        """Remove the file and its ticket."""
        for place in self._places(key):
            place.unlink(missing_ok=True)

    def set_aside(self, key: str) -> None:
        """Move the file and its ticket into the folder for what could not be taken."""
        aside = self.folder / ASIDE
        aside.mkdir(mode=0o700, exist_ok=True)
        for place in self._places(key):
            with suppress(FileNotFoundError):
                place.replace(aside / place.name)

    def _places(self, key: str) -> tuple[Path, Path]:
        # A key is the name of a file right here and nothing else.
        if not key or "/" in key or key in {".", ".."}:
            raise ValueError("not the key of a piece in this tray")
        return self.folder / key, self.folder / f"{key}{TICKET}"

    def _there(self) -> list[_Lying]:
        found = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith(_HALF):
                    continue
                facts = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(facts.st_mode):
                    written = datetime.fromtimestamp(facts.st_mtime, UTC)
                    found.append(_Lying(entry.name, facts.st_size, written))
        return found

    def _piece(self, one: _Lying, ticket: Mapping[str, Any]) -> Piece | None:
        content = None
        if one.size <= MAXIMUM_BYTES:
            content = self._read(one.name)
            if content is None:
                return None
        return Piece(
            key=one.name,
            title=_readable(one.name),
            content=content,
            size=one.size,
            received_at=_instant(ticket.get("received_at")) or one.written_at,
            sender=_readable(str(ticket.get("from") or ""))[:160],
            pages_said=_count(ticket.get("pages")),
        )

    def _read(self, name: str) -> bytes | None:
        """Read a file that may be swapped for something else between two looks at it."""
        try:
            handle = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return None
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            return file.read(MAXIMUM_BYTES + 1)

    def _ticket(self, name: str) -> Mapping[str, Any] | None:
        """Return the ticket of a file; None without one, empty for one that is none."""
        text = self._read(f"{name}{TICKET}")
        if text is None:
            return None
        try:
            ticket = json.loads(text) if len(text) <= _LONGEST_TICKET else {}
        except (ValueError, RecursionError):
            return {}
        return ticket if isinstance(ticket, dict) else {}


def _is_ticket(name: str, names: set[str]) -> bool:
    return name.endswith(TICKET) and name.removesuffix(TICKET) in names


def _instant(text: object) -> datetime | None:
    """Read an instant with its offset; anything else is not believed."""
    try:
        instant = datetime.fromisoformat(str(text))
        return instant.astimezone(UTC) if instant.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _count(number: object) -> int | None:
    if isinstance(number, int) and not isinstance(number, bool) and 0 < number <= _MOST_PAGES:
        return number
    return None


def _readable(text: str) -> str:
    """Return a name without what no database and no page can hold."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() else " " for sign in plain).strip()[:200]
