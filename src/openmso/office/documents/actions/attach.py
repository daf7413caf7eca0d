"""A file is added to a case."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.new_rows import add_rows
from openmso.office.timeline.action import Recorded, action, record

from ..inspection import Inspected
from ..models import Document
from ..store import keep


@action
def attach(
    case: Recorded,
    file: Inspected,
    *,
    title: str,
    source: str,
    received_at: datetime,
    by: Actor,
    at: datetime,
) -> Document:
    """Store an inspected file and put it on the case. `received_at` is when it reached us."""
    document = Document(
        tenant_id=case.tenant_id,
        case_kind=case.case_kind,
        case_id=case.id,
        title=title[:120],
        source=source,
        media_type=file.media_type,
        size=len(file.content),
        pages=file.pages,
        sha256=keep(file.content),
        arrived_as=file.part_of.sha256 if file.part_of else "",
        arrived_pages=file.part_of.pages if file.part_of else "",
        received_at=received_at,
        recorded_at=at,
        scan=file.scan,
    )
    add_rows([document])
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
