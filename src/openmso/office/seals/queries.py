"""How far an office's history is sealed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Min

from .models import Seal, UnsealedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HowFar:
    """Instants in UTC, None before the first seal; `waiting` lines are not sealed yet."""

    since: datetime | None
    until: datetime | None
    lines: int
    seals: int
    waiting: int


def how_far(tenant_id: UUID) -> HowFar:
    """Tell since when and up to where everything written is sealed. Two queries."""
    found = Seal.objects.filter(tenant_id=tenant_id).aggregate(
        since=Min("sealed_at"), until=Max("sealed_at"), lines=Max("last_line"), seals=Max("number")
    )
    return HowFar(
        since=found["since"],
        until=found["until"],
        lines=found["lines"] or 0,
        seals=found["seals"] or 0,
        waiting=UnsealedRow.objects.filter(tenant_id=tenant_id).count(),
    )
