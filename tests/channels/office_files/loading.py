"""An order to load into an office, and files written for it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from openmso.channels.office_files.outcome import LoadOrder
from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def order_for(office: Tenant, *, preview: bool = False, minutes_later: int = 0) -> LoadOrder:
    """Otto Operator loads on November 22, 2026, about noon in Los Angeles."""
    return LoadOrder(
        by=Actor.system("Otto Operator", office.id),
        at=AT + timedelta(minutes=minutes_later),
        on=date(2026, 11, 22),
        preview=preview,
        progress=lambda *_: None,
    )


def written(folder: Path, name: str, *lines: str) -> Path:
    """Write a file of these lines; return the folder."""
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
