"""The papers of a case."""

from uuid import UUID

from django.db.models import QuerySet

from openmso.office.statement import statement

from .models import Document


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
    """Return the documents of one case in the order in which they reached us."""
    return Document.objects.filter(tenant_id=tenant_id, case_id=case_id).order_by(
        "received_at", "recorded_at", "id"
    )
