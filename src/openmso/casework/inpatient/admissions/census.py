"""Who lies in a hospital now, and the days of whom nobody wrote a status: for lists.

Each list reads stays, then the moves and the days written of all of them at once.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.newest_first import Place, newest_first

from .domain.states import State
from .domain.stay import Move
from .models import Admission, DailyStatus
from .moves_known import moves_by_stay
from .queries import ROWS, visible
from .standing import Standing, standing_of

LOOKED_BACK = timedelta(days=30)
"""How long after a discharge its missing days still stand on the list."""
MOST_STAYS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stay with where it stands."""

    stay: Admission
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    rows: tuple[Row, ...]
    next: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDay:
    """A day over without a status. `stay` tells whose."""

    on: date
    stay: Admission


def census(
    viewer: Actor,
    *,
    at: datetime,
    hospital_id: UUID | None = None,
    review_due_on: date | None = None,
    after: Place | None = None,
) -> Census:
    """Return one page of the patients in a hospital, the newest first. Three queries.

    `review_due_on` narrows to reviews due on that day or before.
    """
    stays = visible(viewer).filter(state=State.IN_HOUSE)
    if hospital_id is not None:
        stays = stays.filter(hospital_id=hospital_id)
    if review_due_on is not None:
        stays = stays.filter(next_review_on__lte=review_due_on)
    stays = stays.select_related("hospital", "member", "ipa")
    found = list(newest_first(stays, "admitted_at", after=after)[: ROWS + 1])
    page = found[:ROWS]
    last = page[-1] if len(found) > ROWS else None
    return Census(
        rows=tuple(_rows(viewer, page, at=at)),
        next=(last.admitted_at, last.id) if last else None,
    )


def missing(viewer: Actor, *, at: datetime) -> list[MissingDay]:
    """Return the days without a status, the oldest first: of who is in a hospital, and of who was
    discharged lately. Three queries."""
    lately = Q(state=State.IN_HOUSE) | Q(discharged_at__gte=at - LOOKED_BACK)
    stays = list(
        visible(viewer)
        .filter(lately)
        .exclude(state=State.NOT_OURS)
        .select_related("hospital", "member")
        .order_by("admitted_at", "id")[:MOST_STAYS]
    )
    found = [
        MissingDay(on=day, stay=row.stay)
        for row in _rows(viewer, stays, at=at)
        for day in row.standing.missing
    ]
    return sorted(found, key=lambda one: (one.on, one.stay.number))


def next_without_status(viewer: Actor, *, at: datetime) -> Admission | None:
    """Return a patient whose status of today nobody wrote yet; None when the round is done.

    Those admitted first come first. Three queries.
    """
    today = office_calendar(viewer.tenant_id).local(at).date()
    stays = list(
        visible(viewer)
        .filter(state=State.IN_HOUSE)
        .exclude(statuses__on=today)
        .order_by("admitted_at", "id")[:MOST_STAYS]
    )
    for row in _rows(viewer, stays, at=at):
        if row.standing.owed_today:
            return row.stay
    return None


def _rows(viewer: Actor, stays: Sequence[Admission], *, at: datetime) -> list[Row]:
    ids = [stay.id for stay in stays]
    moves: dict[UUID, list[Move]] = moves_by_stay(viewer.tenant_id, ids)
    entered: dict[UUID, Collection[date]] = _days_written(viewer, ids)
    return [
        Row(
            stay=stay,
            standing=standing_of(stay, moves[stay.id], entered.get(stay.id, ()), at=at),
        )
        for stay in stays
    ]


def _days_written(viewer: Actor, ids: Sequence[UUID]) -> dict[UUID, Collection[date]]:
    rows = DailyStatus.objects.filter(tenant_id=viewer.tenant_id, admission_id__in=ids)
    found: dict[UUID, set[date]] = defaultdict(set)
    for admission_id, on in rows.values_list("admission_id", "on"):
        found[admission_id].add(on)
    return dict(found)
