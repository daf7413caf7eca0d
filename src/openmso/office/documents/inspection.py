"""What an uploaded file really is. Names and declared types are not believed.

A file is refused with a sentence that says what to do; nothing is ever opened by its name.
"""

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import puremagic
from pikepdf.sanitize import Sanitizer

from .tiff_pages import NotATiff, tiff_pages

MAXIMUM_BYTES = 50 * 1024 * 1024
MAXIMUM_PAGES = 2_000

# Scripts, links out, films and files inside are dropped; the pages stay as they are.
_INACTIVE = (
    Sanitizer()
    .remove_javascript()
    .remove_external_access()
    .remove_multimedia()
    .remove_attachments()
    .remove_collection()
)

PDF = "application/pdf"
TIFF = "image/tiff"
_PICTURES = {"image/png", "image/jpeg", TIFF}
_TEXT = "text/plain"


class FileRefused(ValueError):
    """This file cannot be taken. The sentence is written for the person who sent it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """The whole file that a part was taken from: its hash, and which pages, such as "1-3, 5"."""

    sha256: str
    pages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A file that may be stored: its cleaned bytes, its real type and its page count.

    `scan` is what a virus scanner said, one of the document's states. `part_of`: it is not the
    whole of what arrived.
    """

    content: bytes
    media_type: str
    pages: int | None
    scan: str = "not_scanned"
    part_of: PartOf | None = None


def inspect(content: bytes, *, maximum_bytes: int = MAXIMUM_BYTES) -> Inspected:
    """Check one upload. Raises FileRefused for one that is empty, too large or not readable."""
    if not content:
        raise FileRefused("This file is empty. Choose it again, or scan the page once more.")
    if len(content) > maximum_bytes:
        limit = maximum_bytes // (1024 * 1024)
        raise FileRefused(
            f"This file has {len(content) / 1024 / 1024:.0f} MB; the limit is {limit} MB. "
            "Scan it in black and white, or send it in parts."
        )
    media_type = _type_by_content(content)
    if media_type == PDF:
        return _inspect_pdf(content)
    if media_type == TIFF:
        return _inspect_tiff(content)
    if media_type in _PICTURES or media_type == _TEXT:
        return Inspected(content=content, media_type=media_type, pages=1)
    raise FileRefused(
        "This is not a PDF, a picture (PNG, JPEG, TIFF) or plain text. "
        "Save it as PDF and try again."
    )


def _type_by_content(content: bytes) -> str:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    try:
        found = puremagic.from_string(content, mime=True)
    except puremagic.PureError:
        found = ""
    if found in _PICTURES:
        return str(found)
    return _TEXT if _is_plain_text(content) else str(found)


def _is_plain_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    markup = text.lstrip()[:200].lower().startswith(("<", "{\\rtf"))
    return "\x00" not in text and not markup


def _inspect_pdf(content: bytes) -> Inspected:
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pages = len(pdf.pages)
            if not 0 < pages <= MAXIMUM_PAGES:
                raise FileRefused(_pages_refused("PDF", f"{pages:,}"))
            cleaned = BytesIO()
            _INACTIVE.apply(pdf)
            pdf.save(cleaned)
    except pikepdf.PasswordError:
        raise FileRefused("This PDF is locked with a password. Save it without one.") from None
    except (pikepdf.PdfError, RecursionError, MemoryError):
        raise FileRefused(
            "This file is called a PDF but cannot be read as one. Save or scan it again."
        ) from None
    return Inspected(content=cleaned.getvalue(), media_type=PDF, pages=pages)


def _inspect_tiff(content: bytes) -> Inspected:
    try:
        pages = tiff_pages(content, most=MAXIMUM_PAGES)
    except NotATiff:
        raise FileRefused(
            "This file is called a TIFF but cannot be read as one. Save or scan it again."
        ) from None
    if pages > MAXIMUM_PAGES:
        raise FileRefused(_pages_refused("TIFF", f"more than {MAXIMUM_PAGES:,}"))
    return Inspected(content=content, media_type=TIFF, pages=pages)


def _pages_refused(kind: str, pages: str) -> str:
    return f"This {kind} has {pages} pages; between 1 and {MAXIMUM_PAGES:,} can be taken."
