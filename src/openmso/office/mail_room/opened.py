"""A piece from a tray with what could be made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from openmso.office.documents.inspection import Inspected

from .domain.outcome import Way
from .domain.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A piece with what could be made of it: its files, or the sentence that says why none."""

    piece: Piece
    way: Way
    files: Sequence[tuple[str, Inspected]] = ()
    sender: str = ""
    trouble: str = ""


def source_key(opened: Opened) -> str:
    """Return what tells this very piece from every other one of the office."""
    piece = opened.piece
    content = sha256(piece.content or b"").hexdigest()
    when = piece.received_at.isoformat() if piece.received_at else ""
    parts = (piece.key, when, str(piece.size), content)
    name = sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{opened.way}-{name}"
