"""Official texts are taken over: who loaded what, from which source, checked by whom and when."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import WORDING_LOADED
from ..models import LoadedWording
from ..wording_file import OfficialEntry


@action
def load_wording(
    entries: Iterable[OfficialEntry], *, by: Actor, at: datetime
) -> list[LoadedWording]:
    """Write the texts, all or none. One with the same slot, language and first day is replaced.

    Letters that were ordered before keep the words they were ordered with. Call it with something
    to write; see `wording_changes.proposed` for what is known already.
    """
    return [_take_over(entry, by=by, at=at) for entry in entries]


def _take_over(entry: OfficialEntry, *, by: Actor, at: datetime) -> LoadedWording:
    row, new = LoadedWording.objects.update_or_create(
        tenant_id=by.tenant_id,
        slot=entry.slot,
        language=entry.language,
        from_on=entry.from_on,
        defaults={
            "edition": entry.edition,
            "text": entry.text,
            "until_on": entry.until_on,
            "source": entry.source,
            "checked_by": entry.checked_by,
            "checked_on": entry.checked_on,
            "loaded_by": by.name,
            "loaded_at": at,
        },
    )
    record(
        row,
        WORDING_LOADED,
        by=by,
        at=at,
        new=new,
        slot=row.slot,
        language=row.language,
        edition=row.edition,
        from_on=row.from_on.isoformat(),
        source=row.source,
        checked_by=row.checked_by,
        checked_on=entry.checked_on.isoformat(),
        sha256=hashlib.sha256(row.text.encode()).hexdigest(),
    )
    return row
