"""Whether a live request of the same member already asks for the same thing."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.statement import is_any, statement

from .domain.duplicates import ONE_DAY, Known, likely_duplicate
from .domain.states import OPEN, State
from .models import RequestedService
from .queries import visible

_AT_MOST = 50


def twin_of(
    tenant_id: UUID,
    member_id: UUID,
    *,
    codes: Collection[str],
    from_on: date,
    until_on: date | None,
    told_to: Actor | None = None,
) -> Known | None:
    """Return the oldest open or approved request that shares a code and a day.

    `until_on` is exclusive. `told_to` hears only of requests that it may see. One query, and one
    more when there is something that `told_to` may not see.
    """
    until = until_on or from_on + ONE_DAY
    rows = _live_services(
        tenant_id=tenant_id,
        member_id=member_id,
        codes=list(codes),
        from_on=from_on,
        until_on=until,
    )
    known = [
        Known(
            id=request_id,
            number=number,
            codes=frozenset({code}),
            from_on=first,
            until_on=end or first + ONE_DAY,
        )
        for request_id, number, code, first, end in rows
    ]
    if known and told_to is not None:
        seen = set(
            visible(told_to).filter(id__in={one.id for one in known}).values_list("id", flat=True)
        )
        known = [one for one in known if one.id in seen]
    return likely_duplicate(known, codes=frozenset(codes), from_on=from_on, until_on=until)


@statement
def _live_services(
    *, tenant_id: UUID, member_id: UUID, codes: list[str], from_on: date, until_on: date
) -> QuerySet[RequestedService, tuple[UUID, str, str, date, date | None]]:
    return (
        RequestedService.objects.filter(
            is_any("code", codes),
            tenant_id=tenant_id,
            request__tenant_id=tenant_id,
            request__member_id=member_id,
            request__state__in=[*OPEN, State.APPROVED],
            request__service_from_on__lt=until_on,
            request__asked_until_on__gt=from_on,
        )
        .order_by("request__received_at")
        .values_list(
            "request_id",
            "request__number",
            "code",
            "request__service_from_on",
            "request__service_until_on",
        )[:_AT_MOST]
    )
