"""The papers of a case."""

from uuid import UUID

from .models import Document


def papers_received(tenant_id: UUID, case_id: UUID) -> list[Document]:
    """Return what others sent us about a case: everything but our own letters."""
    return [
        document
        for document in documents_of(tenant_id, case_id)
        if document.source != Document.Source.OFFICE
    ]


def documents_of(tenant_id: UUID, case_id: UUID) -> list[Document]:
    """Return the documents of one case in the order in which they reached us."""
    return list(
        Document.objects.filter(tenant_id=tenant_id, case_id=case_id).order_by(
            "received_at", "recorded_at", "id"
        )
    )
