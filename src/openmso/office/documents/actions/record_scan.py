"""The scanner answered about a file that was taken before."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import SCANNED_CLEAN, VIRUS_FOUND
from ..models import Document


@dataclass(frozen=True, slots=True)
class _CaseOfDocument:
    case_kind: str
    id: UUID
    tenant_id: UUID


@action
def record_scan(document_id: UUID, *, found: str, by: Actor, at: datetime) -> Document:
    """Write down what a scan found ("": nothing). From now on the file can be opened, or never."""
    document = Document.objects.select_for_update().get(tenant_id=by.tenant_id, id=document_id)
    document.scan = Document.Scan.INFECTED if found else Document.Scan.CLEAN
    document.save(update_fields=["scan"])
    case = _CaseOfDocument(document.case_kind, document.case_id, document.tenant_id)
    name = VIRUS_FOUND if found else SCANNED_CLEAN
    record(case, name, by=by, at=at, document=str(document.id), found=found[:120])
    return document
