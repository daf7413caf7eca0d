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


def line_of_history(tenant_id: str | UUID, event_id: str | UUID) -> CaseEvent:
    """Return one line, for a job that was called by it. Raises CaseEvent.DoesNotExist."""
    for line in _line(UUID(str(tenant_id)), UUID(str(event_id))):
        return line
    raise CaseEvent.DoesNotExist(f"no line {event_id} in this office")


@statement
def _line(tenant_id: UUID, event_id: UUID) -> QuerySet[CaseEvent]:
    return CaseEvent.objects.filter(tenant_id=tenant_id, id=event_id)
