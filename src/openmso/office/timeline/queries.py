"""The history of a case, oldest line first."""

from uuid import UUID

from .models import CaseEvent


def history(tenant_id: UUID, case_id: UUID) -> list[CaseEvent]:
    """Return every line of one case in the order in which we learned it."""
    return list(
        CaseEvent.objects.filter(tenant_id=tenant_id, case_id=case_id).order_by(
            "recorded_at", "line", "id"
        )
    )
