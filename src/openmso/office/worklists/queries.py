"""One page of a queue, most urgent first, and how much waits on it.

Pages are found by the last row's place (keyset), never by counting; counts stop at a cap.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from openmso.office.access.actor import Actor

from .models import WorklistItem

ROWS = 25
COUNT_CAP = 1_000

_COLUMNS = (
    "id",
    "case_kind",
    "case_id",
    "case_number",
    "ipa_id",
    "member_name",
    "service",
    "line_of_business",
    "urgency",
    "note",
    "received_at",
    "due_at",
    "due_rule",
    "assignee_id",
    "assignee_name",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the list: rows after it are those due later (or equal, with a greater id)."""

    due_at: datetime
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to narrow a queue by; each combination is served by an index."""

    ipa_id: UUID | None = None
    urgency: str = ""
    assignee_id: UUID | None = None
    unassigned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of rows, and the places from which the pages before and after it start."""

    rows: list[dict[str, Any]]
    next: Place | None
    previous: Place | None


def page_of(
    viewer: Actor,
    queue: str,
    filters: Filters,
    *,
    after: Place | None = None,
    before: Place | None = None,
    rows: int = ROWS,
) -> Page:
    """Return one page of open items that `viewer` may see, most urgent first."""
    items = _visible(viewer, queue, filters)
    if before is not None:
        found = list(
            items.filter(
                Q(due_at__lt=before.due_at) | Q(due_at=before.due_at, id__lt=before.id),
                due_at__lte=before.due_at,
            )
            .order_by("-due_at", "-id")
            .values(*_COLUMNS)[: rows + 1]
        )
        more_before, found = len(found) > rows, found[:rows][::-1]
        more_after = True
    else:
        if after is not None:
            items = items.filter(
                Q(due_at__gt=after.due_at) | Q(due_at=after.due_at, id__gt=after.id),
                due_at__gte=after.due_at,
            )
        found = list(items.order_by("due_at", "id").values(*_COLUMNS)[: rows + 1])
        more_after, found = len(found) > rows, found[:rows]
        more_before = after is not None
    return Page(
        rows=found,
        next=_place(found[-1]) if found and more_after else None,
        previous=_place(found[0]) if found and more_before else None,
    )


def how_many(
    viewer: Actor, queue: str, filters: Filters, *, due_before: datetime | None = None
) -> int:
    """Count open items up to COUNT_CAP + 1 (shown as "more than …")."""
    items = _visible(viewer, queue, filters)
    if due_before is not None:
        items = items.filter(due_at__lt=due_before)
    return items.order_by()[: COUNT_CAP + 1].count()


def how_many_due(
    viewer: Actor, queue: str, filters: Filters, *, by: datetime, at: datetime
) -> tuple[int, int]:
    """Count what is due before `by`, and how much of it is overdue at `at`, in one query.

    Both stop at COUNT_CAP + 1 of the most urgent rows.
    """
    due = _visible(viewer, queue, filters).filter(due_at__lt=by).order_by("due_at")
    counted = due[: COUNT_CAP + 1].aggregate(
        all=Count("id"), overdue=Count("id", filter=Q(due_at__lt=at))
    )
    return counted["all"], counted["overdue"]


def _visible(viewer: Actor, queue: str, filters: Filters) -> QuerySet[WorklistItem]:
    items = WorklistItem.objects.filter(tenant_id=viewer.tenant_id, queue=queue, closed_at=None)
    if viewer.ipa_ids:
        items = items.filter(ipa_id__in=viewer.ipa_ids)
    if filters.ipa_id:
        items = items.filter(ipa_id=filters.ipa_id)
    if filters.urgency:
        items = items.filter(urgency=filters.urgency)
    if filters.unassigned:
        items = items.filter(assignee_id=None)
    elif filters.assignee_id:
        items = items.filter(assignee_id=filters.assignee_id)
    return items


def _place(row: dict[str, Any]) -> Place:
    return Place(due_at=row["due_at"], id=row["id"])
