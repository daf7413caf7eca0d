"""Which contact lines are true on a day."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.statement import statement

from .models import ContactLine


@statement
def contact_lines(
    tenant_id: UUID, on: date, purpose: str | None = None, plan_id: UUID | None = None
) -> QuerySet[ContactLine]:
    """Return the office's lines in force on `on`, and those of `plan_id` when one is named.

    Ordered by purpose; within a purpose the plan's own lines come before the office's.
    """
    lines = ContactLine.objects.filter(
        Q(plan_id=None) | Q(plan_id=plan_id) if plan_id is not None else Q(plan_id=None),
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        from_on__lte=on,
    )
    if purpose is not None:
        lines = lines.filter(purpose=purpose)
    return lines.order_by("purpose", "plan_id", "language", "label")


def lines_of_plans(tenant_id: UUID, on: date, purpose: str) -> dict[UUID, list[ContactLine]]:
    """Return each plan's own lines for one purpose in force on `on`, by the plan's id."""
    found: dict[UUID, list[ContactLine]] = {}
    lines = ContactLine.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        purpose=purpose,
        plan_id__isnull=False,
        from_on__lte=on,
    )
    for line in lines.order_by("language", "label"):
        if line.plan_id is not None:
            found.setdefault(line.plan_id, []).append(line)
    return found


def line_for(
    lines: list[ContactLine], purpose: str, *, language: str = "", plan_id: UUID | None = None
) -> ContactLine | None:
    """Choose from `lines` the best one: the plan's before the office's, the language's before any.

    None when no line serves the purpose.
    """
    fitting = [
        line
        for line in lines
        if line.purpose == purpose
        and line.language in ("", language)
        and line.plan_id in (None, plan_id)
    ]
    return max(
        fitting,
        key=lambda line: (line.plan_id is not None, line.language != ""),
        default=None,
    )
