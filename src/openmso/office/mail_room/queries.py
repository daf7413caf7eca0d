"""What lies in the mail room. A paper belongs to no IPA before it is indexed, so colleagues who
work for some IPAs only find none."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of

from .domain.outcome import State
from .models import ArrivedPaper

ROWS = 25


class PaperNotFound(LookupError):
    """There is no such paper for this viewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """One page of papers; `next` is where the one after it begins, None on the last."""

    rows: list[ArrivedPaper]
    next: tuple[datetime, UUID] | None


def visible(viewer: Actor) -> QuerySet[ArrivedPaper]:
    """Narrow to what `viewer` may see."""
    if viewer.ipa_ids:
        return ArrivedPaper.objects.none()
    return ArrivedPaper.objects.filter(tenant_id=viewer.tenant_id)


def waiting_papers(
    viewer: Actor, *, after: tuple[datetime, UUID] | None = None, rows: int = ROWS
) -> PaperPage:
    """Return what waits, the longest waiting first. One query."""
    papers = visible(viewer).filter(state=State.WAITING)
    if after is not None:
        received_at, last_id = after
        papers = papers.filter(
            Q(received_at__gt=received_at) | Q(received_at=received_at, id__gt=last_id)
        )
    found = list(papers.select_related("same_as").order_by("received_at", "id")[: rows + 1])
    more, found = len(found) > rows, found[:rows]
    last = found[-1] if more else None
    return PaperPage(rows=found, next=(last.received_at, last.id) if last else None)


def settled_papers(viewer: Actor, *, rows: int = ROWS) -> list[ArrivedPaper]:
    """Return what was dealt with last, the newest first. One query."""
    settled = visible(viewer).exclude(state=State.WAITING)
    return list(settled.select_related("same_as").order_by("-settled_at", "id")[:rows])


def how_many(viewer: Actor) -> int:
    """Return how many papers wait. One query."""
    counted = visible(viewer).filter(state=State.WAITING).aggregate(waiting=Count("id"))
    return int(counted["waiting"] or 0)


def paper_for(viewer: Actor, paper_id: UUID) -> ArrivedPaper:
    """Return one paper. Raises PaperNotFound."""
    paper = visible(viewer).select_related("same_as").filter(id=paper_id).first()
    if paper is None:
        raise PaperNotFound("There is no such paper in this office.")
    return paper


def files_of(paper: ArrivedPaper) -> list[Document]:
    """Return the files of a paper in the order in which they came."""
    return list(documents_of(paper.tenant_id, paper.id))
