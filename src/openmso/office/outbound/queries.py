"""What left about a case, and what waits to leave."""

from uuid import UUID

from openmso.office.access.actor import Actor

from .models import Dispatch


def dispatches_of(tenant_id: UUID, case_id: UUID) -> list[Dispatch]:
    """Return every sending about one case, in the order in which they were ordered."""
    return list(
        Dispatch.objects.filter(tenant_id=tenant_id, case_id=case_id).order_by("ordered_at", "id")
    )


def not_sent(*, viewer: Actor, limit: int = 100) -> list[Dispatch]:
    """Return what has not left yet in the viewer's office, the oldest first."""
    return list(
        Dispatch.objects.filter(tenant_id=viewer.tenant_id)
        .exclude(state=Dispatch.State.SENT)
        .order_by("ordered_at", "id")[:limit]
    )
