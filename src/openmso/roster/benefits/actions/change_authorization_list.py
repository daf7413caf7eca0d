"""A newer authorization list is taken over: entries come in, and those before them end."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.tenants.office_line import OfficeLine
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import AuthorizationListEntry
from .add_benefits import NewEntry, add_authorization_entries


@action
def take_over_authorization_list(
    new: Iterable[NewEntry], *, ends: Mapping[UUID, date], by: Actor, at: datetime
) -> None:
    """Write the new entries and the ends of earlier ones, all or nothing.

    An end is the first day on which the entry no longer holds. Cases keep the answer they were
    given. Call it with something to write.
    """
    if ends:
        end_authorization_entries(ends, by=by, at=at)
    if added := list(new):
        add_authorization_entries(added, by=by, at=at)


@action
def end_authorization_entries(
    ends: Mapping[UUID, date], *, by: Actor, at: datetime
) -> list[AuthorizationListEntry]:
    """Let entries end, each with a line on its own timeline and one on the office's."""
    rows = list(
        AuthorizationListEntry.objects.select_for_update().filter(
            tenant_id=by.tenant_id, id__in=list(ends)
        )
    )
    for row in rows:
        row.until_on = ends[row.id]
        record(row, Event.ENTRY_ENDED, by=by, at=at, until_on=ends[row.id].isoformat())
    AuthorizationListEntry.objects.bulk_update(rows, ["until_on"], batch_size=500)
    record(OfficeLine.of(by.tenant_id), Event.LIST_CHANGED, by=by, at=at, ended=len(rows))
    return rows
