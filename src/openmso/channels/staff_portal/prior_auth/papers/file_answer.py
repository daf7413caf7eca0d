"""A paper from outside leaves as a download, never interpreted: it must not run in our pages."""

from django.http import HttpResponse

from openmso.office.documents import store
from openmso.office.documents.models import Document

from .words import ENDINGS


def file_answer(document: Document) -> HttpResponse:
    """Return the file of one document."""
    answer = HttpResponse(store.read(document.sha256), content_type=document.media_type)
    ending = ENDINGS.get(document.media_type, "bin")
    answer["Content-Disposition"] = f'attachment; filename="document-{document.id}.{ending}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
