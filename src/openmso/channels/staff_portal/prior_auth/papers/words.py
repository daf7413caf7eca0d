"""The papers of a case in words: what, how long, from where, scanned or not, opened or not."""

from collections.abc import Collection
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.presenters.facts import Paper
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.documents.models import Document
from openmso.office.documents.queries import pages_of_the_whole

TEXT = "text/plain"
_KINDS = {
    "application/pdf": "PDF",
    "image/png": "Picture",
    "image/jpeg": "Picture",
    "image/tiff": "Picture",
    TEXT: "Text",
}
_CAME_AS: dict[str, str] = {Document.Source.FAX: "fax", Document.Source.MAIL: "letter"}
ENDINGS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/tiff": "tif",
    TEXT: "txt",
}


def paper(
    document: Document, case: AuthorizationRequest, opened: Collection[UUID], zone: ZoneInfo
) -> Paper:
    """Return the line of one document; a text opens as a page, the rest as a file."""
    page = "staff:document_text" if document.media_type == TEXT else "staff:document"
    return Paper(
        name=document.title,
        kind=f"{kind_word(document)} · {document.get_source_display()}",
        received=staff_time(document.received_at, zone),
        pages=pages_word(document.pages) + _part_of(document),
        size=size_words(document.size),
        scan=document.get_scan_display(),
        scan_ok=document.scan == Document.Scan.CLEAN,
        href=""
        if document.is_held_back
        else reverse(page, kwargs={"request_id": case.id, "document_id": document.id}),
        opened="opened by you" if document.id in opened else "not opened by you yet",
    )


def kind_word(document: Document) -> str:
    return _KINDS.get(document.media_type, document.media_type)


def size_words(size: int) -> str:
    """Write a size in bytes as people read it."""
    if size < 1024:
        return f"{size} bytes"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def pages_word(pages: int | None) -> str:
    return "" if pages is None else f"{pages} page" if pages == 1 else f"{pages} pages"


def _part_of(document: Document) -> str:
    """Say of which pages of which file this was made, when one file held two requests."""
    if not document.arrived_as:
        return ""
    whole = pages_of_the_whole(document)
    length = f" of {pages_word(whole)}" if whole else ""
    pages = "page" if document.arrived_pages.isdecimal() else "pages"
    came_as = _CAME_AS.get(document.source, "file")
    return f", {pages} {document.arrived_pages} of a {came_as}{length}"
