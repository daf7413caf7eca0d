"""The files of an arrived paper, ready to go with an action that puts them on a case."""

from openmso.office.documents import store
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document

from .domain.outcome import OutcomeNotPossible
from .models import ArrivedPaper
from .queries import files_of


def files_to_attach(paper: ArrivedPaper) -> list[tuple[str, Inspected]]:
    """Return title and content of each file, with its scan state.

    Raises OutcomeNotPossible when there is none or a virus was found, FileLost for lost bytes.
    """
    documents = files_of(paper)
    if not documents:
        raise OutcomeNotPossible("This paper has no file that could be put on a case.")
    if any(document.scan == Document.Scan.INFECTED for document in documents):
        raise OutcomeNotPossible(
            "A virus was found in this paper. Ask the sender for a clean copy."
        )
    return [(document.title, _reopened(document)) for document in documents]


def _reopened(document: Document) -> Inspected:
    return Inspected(
        content=store.read(document.sha256),
        media_type=document.media_type,
        pages=document.pages,
        scan=document.scan,
    )
