"""The lines of a checklist: written when the packet begins, found again when something moves."""

from collections.abc import Iterable
from uuid import UUID

from openmso.office.access.actor import Actor

from ..domain.packet import Paper
from ..models import ExternalReview, PacketPaper


class PaperNotFound(LookupError):
    """There is no such line on this case's checklist."""


def add_papers(case: ExternalReview, papers: Iterable[Paper]) -> list[PacketPaper]:
    """Write lines below those that are there."""
    first = PacketPaper.objects.filter(tenant_id=case.tenant_id, review=case).count() + 1
    return PacketPaper.objects.bulk_create(
        PacketPaper(
            tenant_id=case.tenant_id,
            review=case,
            line=line,
            kind=paper.kind,
            owed_by=paper.owed_by,
            holder=paper.holder[:160],
            place=paper.place[:300],
        )
        for line, paper in enumerate(papers, start=first)
    )


def paper_of(case: ExternalReview, paper_id: UUID, *, by: Actor) -> PacketPaper:
    """Return one line for a change. Raises PaperNotFound."""
    found = PacketPaper.objects.filter(
        tenant_id=by.tenant_id, review_id=case.id, id=paper_id
    ).first()
    if found is None:
        raise PaperNotFound("There is no such paper on this case.")
    return found
