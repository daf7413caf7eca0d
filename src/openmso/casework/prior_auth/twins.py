"""Whether a live request of the same member already asks for the same thing. One query."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from .domain.duplicates import ONE_DAY, Known, likely_duplicate
from .domain.states import OPEN, State
from .models import AuthorizationRequest, RequestedService

_AT_MOST = 50


def live_requests(tenant_id: UUID, member_id: UUID) -> QuerySet[AuthorizationRequest]:
    """Return the member's requests that are open or approved."""
    return AuthorizationRequest.objects.filter(
        tenant_id=tenant_id, member_id=member_id, state__in=[*OPEN, State.APPROVED]
    )


def twin_of(
    among: QuerySet[AuthorizationRequest],
    *,
    codes: Collection[str],
    from_on: date,
    until_on: date | None,
) -> Known | None:
    """Return the oldest of `among` that shares a code and a day; `until_on` is exclusive."""
    rows = (
        RequestedService.objects.filter(code__in=codes, request__in=among)
        .order_by("request__received_at")
        .values_list(
            "request_id",
            "request__number",
            "code",
            "request__service_from_on",
            "request__service_until_on",
        )[:_AT_MOST]
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
    return likely_duplicate(
        known,
        codes=frozenset(codes),
        from_on=from_on,
        until_on=until_on or from_on + ONE_DAY,
    )
