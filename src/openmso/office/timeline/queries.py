"""The history of a case, oldest line first."""

from uuid import UUID

from django.db.models import QuerySet

from openmso.office.statement import statement

from .models import CaseEvent


@statement
def history(tenant_id: UUID, case_id: UUID) -> QuerySet[CaseEvent]:
    """Return every line of one case in the order in which we learned it."""
    return CaseEvent.objects.filter(tenant_id=tenant_id, case_id=case_id).order_by(
        "recorded_at", "line", "id"
    )
