"""Practitioners come to a practice or into a network, and leave it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import NetworkMembership, Placement, Practitioner
from .add_to_network import NewNetwork, NewPlacement

_AT_ONCE = 500


@action
def place(
    placements: Iterable[tuple[UUID, NewPlacement]], *, by: Actor, at: datetime
) -> list[Placement]:
    """Let practitioners work at practices, each with a line on the practitioner's timeline."""
    rows = [
        Placement(
            tenant_id=by.tenant_id,
            practitioner_id=practitioner_id,
            practice_id=new.practice_id,
            from_on=new.from_on,
            until_on=new.until_on,
        )
        for practitioner_id, new in placements
    ]
    Placement.objects.bulk_create(rows, batch_size=_AT_ONCE)
    for row in rows:
        _tell(row, Event.PLACED, by, at, practice=str(row.practice_id), from_on=row.from_on)
    return rows


@action
def end_placements(ends: Mapping[UUID, date], *, by: Actor, at: datetime) -> list[Placement]:
    """Let people leave practices; each day is the first without the placement."""
    rows = list(
        Placement.objects.select_for_update().filter(tenant_id=by.tenant_id, id__in=list(ends))
    )
    for row in rows:
        row.until_on = ends[row.id]
        _tell(
            row,
            Event.PLACEMENT_ENDED,
            by,
            at,
            practice=str(row.practice_id),
            until_on=ends[row.id],
        )
    Placement.objects.bulk_update(rows, ["until_on"], batch_size=_AT_ONCE)
    return rows


@action
def join_networks(
    memberships: Iterable[tuple[UUID, NewNetwork]], *, by: Actor, at: datetime
) -> list[NetworkMembership]:
    """Let practitioners belong to IPAs' networks, each with a line on their timeline."""
    rows = [
        NetworkMembership(
            tenant_id=by.tenant_id,
            practitioner_id=practitioner_id,
            ipa_id=new.ipa_id,
            primary_care=new.primary_care,
            from_on=new.from_on,
            until_on=new.until_on,
        )
        for practitioner_id, new in memberships
    ]
    NetworkMembership.objects.bulk_create(rows, batch_size=_AT_ONCE)
    for row in rows:
        _tell(row, Event.JOINED_NETWORK, by, at, ipa=str(row.ipa_id), from_on=row.from_on)
    return rows


@action
def leave_networks(
    ends: Mapping[UUID, date], *, by: Actor, at: datetime
) -> list[NetworkMembership]:
    """Let people leave networks; each day is the first day out."""
    rows = list(
        NetworkMembership.objects.select_for_update().filter(
            tenant_id=by.tenant_id, id__in=list(ends)
        )
    )
    for row in rows:
        row.until_on = ends[row.id]
        _tell(row, Event.LEFT_NETWORK, by, at, ipa=str(row.ipa_id), until_on=ends[row.id])
    NetworkMembership.objects.bulk_update(rows, ["until_on"], batch_size=_AT_ONCE)
    return rows


def _tell(
    row: Placement | NetworkMembership, event: Event, by: Actor, at: datetime, **what: str | date
) -> None:
    person = Practitioner(id=row.practitioner_id, tenant_id=row.tenant_id)
    details: dict[str, Any] = {name: str(value) for name, value in what.items()}
    record(person, event, by=by, at=at, **details)
