"""Papers in the mail room, taken in through the channel that takes them in."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from openmso.channels.paper.opening import opened
from openmso.office.access.actor import Actor
from openmso.office.mail_room.actions.take_in import take_in
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.domain.piece import Piece
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.tenants.models import Tenant

from .papers import pdf_of

_serial = count(1)

FAXED_AT = datetime(2026, 11, 20, 17, 45, tzinfo=UTC)
TAKEN_AT = datetime(2026, 11, 20, 17, 46, tzinfo=UTC)


def make_paper(
    tenant: Tenant, file: bytes | None = None, *, way: Way = Way.FAX, **given: Any
) -> ArrivedPaper:
    """A fax of two pages that waits in the tray. Name only what your test is about."""
    number = next(_serial)
    content = pdf_of(f"Cover {number}", "Please approve the MRI") if file is None else file
    fields: dict[str, Any] = {
        "key": f"fax{number}.pdf",
        "title": f"fax{number}.pdf",
        "content": content,
        "size": len(content),
        "received_at": FAXED_AT,
        "sender": "213-555-0119",
    }
    piece = Piece(**(fields | given))
    paper = take_in(opened(piece, way), by=Actor.system("Mail room", tenant.id), at=TAKEN_AT)
    assert paper is not None
    return paper
