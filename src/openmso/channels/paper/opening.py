"""What is inside a piece: its files, each checked and scanned, or the reason why it has none."""

from openmso.office.documents.inspection import MAXIMUM_BYTES, FileRefused, Inspected
from openmso.office.documents.scanning import take
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.domain.piece import Piece
from openmso.office.mail_room.opened import Opened

from .message import NoMessage, parts_of

_MEGABYTE = 1024 * 1024


def opened(piece: Piece, way: Way) -> Opened:
    """Open a piece. Nothing in it is refused by name; what cannot be taken says so in `trouble`."""
    if piece.content is None:
        return Opened(
            piece=piece,
            way=way,
            trouble=f"This file has {piece.size / _MEGABYTE:.0f} MB; the limit is "
            f"{MAXIMUM_BYTES // _MEGABYTE} MB. It was set aside unread.",
        )
    if way is Way.EMAIL:
        try:
            return _mail(piece, piece.content)
        except NoMessage:
            pass  # a mail server that leaves the attachments alone, not the whole message
    try:
        return Opened(piece=piece, way=way, files=[(_title(piece.title), take(piece.content))])
    except FileRefused as refusal:
        return Opened(piece=piece, way=way, trouble=str(refusal))


def _mail(piece: Piece, content: bytes) -> Opened:
    """Open a whole mail: each attachment is a file, and so is what was written."""
    message = parts_of(content)
    files: list[tuple[str, Inspected]] = []
    refused: list[str] = []
    for name, part in message.parts:
        try:
            files.append((_title(name), take(part)))
        except FileRefused as refusal:
            refused.append(f'"{name}": {refusal}')
    trouble = "" if files else " ".join(refused) or "This mail is empty."
    sender = piece.sender or message.sender
    return Opened(piece=piece, way=Way.EMAIL, files=files, sender=sender, trouble=trouble)


def _title(name: str) -> str:
    return name[:120] or "paper"
