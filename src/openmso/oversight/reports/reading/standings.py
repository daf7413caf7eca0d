"""How far requests had come by an instant, read from their histories."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from openmso.casework.prior_auth.events import Event
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.office.statement import is_any
from openmso.office.timeline.models import CaseEvent

from ..domain.as_of import READ, Line, standing_of, with_earlier_arrival
from ..domain.facts import Standing

Told = tuple[UUID, str, datetime, dict[str, Any]]


def standings_as_of(
    tenant_id: UUID, ids: Collection[UUID], as_of: datetime
) -> dict[UUID, Standing]:
    """Return the standing of each of these requests that had arrived by `as_of`. At most three
    queries."""
    events = list(
        CaseEvent.objects.filter(
            is_any("case_id", ids),
            tenant_id=tenant_id,
            name__in=[str(name) for name in READ],
            recorded_at__lte=as_of,
        )
        .order_by("case_id", "recorded_at", "line")
        .values_list("case_id", "name", "happened_at", "details")
    )
    in_part = _rulings_in_part(tenant_id, events)
    found = {
        case_id: standing
        for case_id, lines in groupby(events, key=itemgetter(0))
        if (standing := standing_of(_lines(lines, without=in_part))) is not None
    }
    arrived = _arrivals(tenant_id, {name for one in found.values() for name in one.absorbed})
    return {
        case_id: with_earlier_arrival(one, arrived) if one.absorbed else one
        for case_id, one in found.items()
    }


def _rulings_in_part(tenant_id: UUID, events: Iterable[Told]) -> frozenset[str]:
    """Return the decisions by which a ruling gave only a part of what was asked for: a part is
    not the yes that the figures mean. No query where there was no ruling."""
    rulings = [(case_id, told) for case_id, name, _, told in events if name == Event.OVERTURNED]
    if not rulings:
        return frozenset()
    asked: dict[UUID, dict[str, Decimal]] = defaultdict(dict)
    services = RequestedService.objects.filter(
        is_any("request_id", [case_id for case_id, _ in rulings]), tenant_id=tenant_id
    )
    for case_id, line, quantity in services.values_list("request_id", "line", "quantity"):
        asked[case_id][str(line)] = quantity
    return frozenset(
        str(told["decision"])
        for case_id, told in rulings
        if any(
            Decimal(told["approved"].get(line, 0)) < wanted
            for line, wanted in asked[case_id].items()
        )
    )


def _lines(events: Iterable[Told], *, without: frozenset[str]) -> Iterator[Line]:
    for _, name, happened_at, details in events:
        if name != Event.OVERTURNED or details["decision"] not in without:
            yield Line(name=name, happened_at=happened_at, details=details)


def _arrivals(tenant_id: UUID, numbers: Collection[str]) -> dict[str, datetime]:
    if not numbers:
        return {}
    requests = AuthorizationRequest.objects.filter(is_any("number", numbers), tenant_id=tenant_id)
    return dict(requests.values_list("number", "received_at"))
