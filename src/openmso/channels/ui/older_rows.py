"""Where a list's page ended, as its address carries it."""

from datetime import datetime
from uuid import UUID

from openmso.office.newest_first import Place


def read_after(text: str) -> Place | None:
    """Read where the last page ended; a mangled address starts at the beginning."""
    moment, _mark, last = text.partition("_")
    try:
        found = datetime.fromisoformat(moment), UUID(last)
    except ValueError:
        return None
    return found if found[0].tzinfo else None


def written_after(moment: datetime, last: UUID) -> str:
    """Return the place as `read_after` reads it."""
    return f"{moment.isoformat()}_{last}"
