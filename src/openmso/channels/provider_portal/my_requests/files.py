"""Files handed out to a practice: always as a download, never opened inside the page."""

from uuid import UUID

from django.http import Http404, HttpResponse

from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.documents.store import FileLost, read
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letter_called

_ENDINGS = {
    "application/pdf": "pdf",
    "text/plain": "txt",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/tiff": "tif",
}


def letter_document(viewer: Actor, letter_id: UUID) -> Document:
    """Return the paper of a letter to the viewer's own practice; anything else is not found."""
    try:
        letter = letter_called(letter_id, viewer=viewer)
    except OrderedLetter.DoesNotExist:
        raise Http404 from None
    if letter.receiver_id != viewer.practice_id or letter.document is None:
        raise Http404
    return letter.document


def file_answer(document: Document) -> HttpResponse:
    """Return the file with a name that says nothing about a person."""
    try:
        content = read(document.sha256)
    except FileLost:
        raise Http404 from None
    ending = _ENDINGS.get(document.media_type, "bin")
    return HttpResponse(
        content,
        content_type=document.media_type,
        headers={"Content-Disposition": f'attachment; filename="document-{document.id}.{ending}"'},
    )
