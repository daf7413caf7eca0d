"""A file is added to a case."""

from dataclasses import dataclass
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import Recorded, action, record

from ..inspection import Inspected
from ..models import Document
from ..store import keep


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """The whole file that a part was taken from: its hash, and which pages, such as "1-3, 5"."""

    sha256: str
    pages: str


@action
def attach(
    case: Recorded,
    file: Inspected,
    *,
    title: str,
    source: str,
    received_at: datetime,
    part_of: PartOf | None = None,
    by: Actor,
    at: datetime,
) -> Document:
    """Store an inspected file and put it on the case. `received_at` is when it reached us.

    `part_of`: it is not the whole of what arrived.
    """
    document = Document.objects.create(
        tenant_id=case.tenant_id,
        case_kind=case.case_kind,
        case_id=case.id,
        title=title[:120],
        source=source,
        media_type=file.media_type,
        size=len(file.content),
        pages=file.pages,
        sha256=keep(file.content),
        arrived_as=part_of.sha256 if part_of else "",
        arrived_pages=part_of.pages if part_of else "",
        received_at=received_at,
        recorded_at=at,
        scan=file.scan,
    )
    record(
        case,
        "document.attached",
        by=by,
        at=at,
        happened_at=received_at,
        document=str(document.id),
        source=source,
        pages=file.pages,
    )
    return document
