"""A mail as a mail server stored it (RFC 5322): who sent it, what was written, what was attached.

Its headers are the sender's own words. When it reached us says the server, not its Date line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from typing import Any

MOST_PARTS = 25
_FIRST_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,70}:")


class NoMessage(ValueError):
    """These bytes are no mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailParts:
    """`parts` are names with contents: what was written first, then at most 25 attachments."""

    sender: str
    parts: tuple[tuple[str, bytes], ...]


def parts_of(content: bytes) -> MailParts:
    """Take a mail apart. Raises NoMessage for what is none."""
    if not _FIRST_HEADER.match(content.lstrip()):
        raise NoMessage("this is no mail")
    try:
        message = message_from_bytes(content, policy=default)
        sender = str(message.get("From", ""))[:160]
        if not sender:
            raise NoMessage("this names no sender")
        parts = tuple(part for _, part in zip(range(MOST_PARTS), _parts(message), strict=False))
    except NoMessage:
        raise
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        raise NoMessage("this mail cannot be read") from None
    return MailParts(sender=_plain(sender), parts=parts)


def _parts(message: "EmailMessage | Message[Any, Any]") -> Iterator[tuple[str, bytes]]:
    subject = _plain(str(message.get("Subject", ""))) or "mail"
    attached = []
    for part in message.walk():
        if part.is_multipart():
            continue
        name = _plain(part.get_filename() or "")
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes) or not body.strip():
            continue
        if name:
            attached.append((name, body))
        elif part.get_content_type() == "text/plain":
            yield f"{subject}.txt"[-120:], _as_utf8(body, part.get_content_charset())
    yield from attached


def _as_utf8(body: bytes, charset: str | None) -> bytes:
    """Return what was written in the one form in which texts are kept."""
    try:
        text = body.decode(charset or "utf-8", errors="replace")
    except LookupError:
        text = body.decode("utf-8", errors="replace")
    return text.replace("\x00", "").encode()


def _plain(text: str) -> str:
    shown = text.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else " " for sign in shown).strip()
