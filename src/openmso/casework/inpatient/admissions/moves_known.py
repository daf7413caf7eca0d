"""The moves of stays as they were known at an instant, for the pure count of days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from .domain.stay import Level, Move, MoveKind
from .models import StayMove


def moves_by_stay(
    tenant_id: UUID, admission_ids: Sequence[UUID], *, as_of: datetime | None = None
) -> dict[UUID, list[Move]]:
    """Return the moves of each stay, as known at `as_of` (None: now), in one query."""
    known = Q(struck_at=None)
    if as_of is not None:
        known = Q(recorded_at__lte=as_of) & (known | Q(struck_at__gt=as_of))
    rows = StayMove.objects.filter(known, tenant_id=tenant_id, admission_id__in=admission_ids)
    found: dict[UUID, list[Move]] = defaultdict(list)
    for row in rows.order_by("happened_at"):
        found[row.admission_id].append(as_move(row))
    return found


def as_move(row: StayMove) -> Move:
    """Return a stored move as the pure code wants it; its place is the hospital's id."""
    return Move(
        at=row.happened_at,
        kind=MoveKind(row.kind),
        level=Level(row.level) if row.level else None,
        place=row.hospital_id,
    )


def kept(rows: Iterable[StayMove]) -> list[Move]:
    """Return the moves among `rows` that are not struck, in order."""
    standing = (row for row in rows if row.struck_at is None)
    return [as_move(row) for row in sorted(standing, key=lambda row: row.happened_at)]
