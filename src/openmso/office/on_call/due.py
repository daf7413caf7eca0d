"""What the switchboard has to look after now."""

from datetime import datetime
from uuid import UUID

from .domain.states import PageState
from .models import Page, PageSending


def pages_due(tenant_id: UUID, *, at: datetime, limit: int) -> list[UUID]:
    """Return the pages whose time to answer has passed at `at`, the longest overdue first."""
    return list(
        Page.objects.filter(
            tenant_id=tenant_id, state=PageState.WAITING.value, call_next_at__lte=at
        )
        .order_by("call_next_at", "id")
        .values_list("id", flat=True)[:limit]
    )


def undelivered(tenant_id: UUID, *, since: datetime, limit: int) -> list[PageSending]:
    """Return the texts that left after `since` and of whose arrival nothing is known, the newest
    first: of a mail nothing ever is."""
    return list(
        PageSending.objects.filter(
            tenant_id=tenant_id,
            state=PageSending.State.SENT,
            sent_at__gt=since,
            delivered_at=None,
        ).order_by("-sent_at", "id")[:limit]
    )
