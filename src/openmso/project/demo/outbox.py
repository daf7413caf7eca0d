"""What the simulated mail house and fax gateway hold, as the office that sent it may see it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from openmso.adapters.exchange_folder import ExchangeFolder
from openmso.office.access.actor import Actor
from openmso.office.outbound.models import Dispatch

from ..wiring import exchange_folder

WAYS = (Dispatch.Way.MAIL, Dispatch.Way.FAX)
_ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One received piece. `order` is what the vendor was told to make of it."""

    id: UUID
    vendor: str
    what: str
    order: str
    to: str
    language: str
    size: str
    sent_at: datetime | None
    proof: str


def pieces_of(viewer: Actor) -> list[Piece]:
    """Return the newest hundred pieces of the viewer's office that lie with a vendor."""
    sent = Dispatch.objects.filter(
        tenant_id=viewer.tenant_id, way__in=WAYS, state=Dispatch.State.SENT
    ).order_by("-sent_at", "id")[:_ROWS]
    return [_piece(dispatch) for dispatch in sent]


def piece_called(viewer: Actor, dispatch_id: UUID) -> bytes | None:
    """Return the file of one piece of the viewer's office; None when no vendor holds it."""
    dispatch = Dispatch.objects.filter(
        tenant_id=viewer.tenant_id, id=dispatch_id, way__in=WAYS
    ).first()
    if dispatch is None:
        return None
    file: Path = exchange_folder(dispatch.way) / f"{dispatch.id}.pdf"
    return file.read_bytes() if file.exists() else None


def _piece(dispatch: Dispatch) -> Piece:
    ticket = ExchangeFolder(exchange_folder(dispatch.way)).ticket_of(str(dispatch.id)) or {}
    to = ticket.get("to", [])
    lines = [str(line) for line in to] if isinstance(to, list) else []
    return Piece(
        id=dispatch.id,
        vendor="Mail house" if dispatch.way == Dispatch.Way.MAIL else "Fax",
        what=dispatch.what.replace("_", " "),
        order=str(ticket.get("order", "")),
        to=", ".join([*lines, *([str(ticket["fax"])] if "fax" in ticket else [])]),
        language=dispatch.language,
        size=f"{int(str(ticket.get('bytes', 0))) // 1024:,} KB",
        sent_at=dispatch.sent_at,
        proof=dispatch.proof,
    )
