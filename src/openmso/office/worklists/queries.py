"""One page of a queue, most urgent first, and how much waits on it.

Pages are found by the last row's place (keyset), never by counting; counts stop at a cap.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, TypedDict, Unpack
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.statement import is_any, statement

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


class Reach(TypedDict):
    """What somebody may see of a queue and asked for; None does not narrow it."""

    tenant_id: UUID
    queue: str
    ipa_ids: list[UUID] | None
    ipa_id: UUID | None
    urgency: str | None
    unassigned: bool | None
    assignee_id: UUID | None


_Rows: TypeAlias = QuerySet[WorklistItem, dict[str, Any]]


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
) -> Page:
    """Return one page of open items that `viewer` may see, most urgent first."""
    reach = _reach(viewer, queue, filters)
    if before is not None:
        found = _before(**reach, due_at=before.due_at, first=before.id)
        more_before, found = len(found) > ROWS, found[:ROWS][::-1]
        more_after = True
    else:
        due_at, last = (after.due_at, after.id) if after else (None, None)
        found = _after(**reach, due_at=due_at, last=last)
        more_after, found = len(found) > ROWS, found[:ROWS]
        more_before = after is not None
    return Page(
        rows=found,
        next=_place(found[-1]) if found and more_after else None,
        previous=_place(found[0]) if found and more_before else None,
    )


def how_many_due(
    viewer: Actor, queue: str, filters: Filters, *, by: datetime, at: datetime
) -> tuple[int, int]:
    """Count what is due before `by`, and how much of it is overdue at `at`, in one query.

    Both stop at COUNT_CAP + 1 of the most urgent rows.
    """
    counted = _due_before.inside(
        "SELECT count(*), count(*) FILTER (WHERE due_at < %s) FROM ({rows}) AS due", at
    )
    [(due, overdue)] = counted(by=by, **_reach(viewer, queue, filters))
    return due, overdue


def _reach(viewer: Actor, queue: str, filters: Filters) -> Reach:
    return Reach(
        tenant_id=viewer.tenant_id,
        queue=queue,
        ipa_ids=list(viewer.ipa_ids) or None,
        ipa_id=filters.ipa_id,
        urgency=filters.urgency or None,
        unassigned=filters.unassigned or None,
        assignee_id=filters.assignee_id,
    )


@statement
def _after(due_at: datetime | None, last: UUID | None, **reach: Unpack[Reach]) -> _Rows:
    items = _within(**reach)
    if due_at is not None and last is not None:
        items = items.filter(
            Q(due_at__gt=due_at) | Q(due_at=due_at, id__gt=last), due_at__gte=due_at
        )
    rows: _Rows = items.order_by("due_at", "id").values(*_COLUMNS)[: ROWS + 1]
    return rows


@statement
def _before(due_at: datetime, first: UUID, **reach: Unpack[Reach]) -> _Rows:
    items = _within(**reach).filter(
        Q(due_at__lt=due_at) | Q(due_at=due_at, id__lt=first), due_at__lte=due_at
    )
    rows: _Rows = items.order_by("-due_at", "-id").values(*_COLUMNS)[: ROWS + 1]
    return rows


@statement
def _due_before(by: datetime, **reach: Unpack[Reach]) -> QuerySet[WorklistItem, Any]:
    items = _within(**reach).filter(due_at__lt=by)
    return items.order_by("due_at").values("due_at")[: COUNT_CAP + 1]


def _within(**reach: Unpack[Reach]) -> QuerySet[WorklistItem]:
    items = WorklistItem.objects.filter(
        tenant_id=reach["tenant_id"], queue=reach["queue"], closed_at=None
    )
    if reach["ipa_ids"] is not None:
        items = items.filter(is_any("ipa_id", reach["ipa_ids"]))
    if reach["ipa_id"] is not None:
        items = items.filter(ipa_id=reach["ipa_id"])
    if reach["urgency"] is not None:
        items = items.filter(urgency=reach["urgency"])
    if reach["unassigned"] is not None:
        items = items.filter(assignee_id=None)
    elif reach["assignee_id"] is not None:
        items = items.filter(assignee_id=reach["assignee_id"])
    return items


def _place(row: dict[str, Any]) -> Place:
    return Place(due_at=row["due_at"], id=row["id"])
