"""The papers of a case."""

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from openmso.office.statement import statement

from .models import Document
from .moving import WHOLE_FILE


def papers_received(tenant_id: UUID, case_id: UUID) -> list[Document]:
    """Return what others sent us about a case: everything but our own letters."""
    return [
        document
        for document in documents_of(tenant_id, case_id)
        if document.source != Document.Source.OFFICE
    ]


def not_scanned_yet(most: int) -> list[Document]:
    """Return what no scanner has seen, in every office this connection may see; what is held back
    comes first. Our own letters are left out."""
    held_first = "-scan"  # "waiting" before "not_scanned"
    return list(
        Document.objects.filter(scan__in=[Document.Scan.WAITING, Document.Scan.NOT_SCANNED])
        .exclude(source=Document.Source.OFFICE)
        .order_by(held_first, "recorded_at")[:most]
    )


def held_back(tenant_id: UUID) -> int:
    """Return how many files of this office wait for the scanner."""
    return Document.objects.filter(tenant_id=tenant_id, scan=Document.Scan.WAITING).count()


@statement
def documents_of(tenant_id: UUID, case_id: UUID) -> QuerySet[Document]:
    """Return the documents of one case in the order in which they reached us.

    A part of a file brings along how many pages the file had, see `pages_of_the_whole`.
    """
    whole = Document.objects.filter(
        tenant_id=OuterRef("tenant_id"),
        case_kind=WHOLE_FILE,
        sha256=OuterRef("arrived_as"),
        received_at=OuterRef("received_at"),
    )
    return (
        Document.objects.filter(tenant_id=tenant_id, case_id=case_id)
        .annotate(whole_pages=Subquery(whole.values("pages")[:1]))
        .order_by("received_at", "recorded_at", "id")
    )


def pages_of_the_whole(document: Document) -> int | None:
    """Return how many pages the file had of which this document of `documents_of` is a part."""
    pages: int | None = vars(document).get("whole_pages")
    return pages
