"""Requests for authorization as they stood at an instant, from their history."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, QuerySet, Subquery

from openmso.casework.prior_auth.events import Event
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.office.statement import is_any
from openmso.office.timeline.models import CaseEvent
from openmso.roster.providers.models import NetworkMembership

from ..domain.as_of import OUTCOMES
from ..domain.facts import RequestFacts, Standing
from ..domain.period import Period
from .services import OTHER, categories_of
from .standings import standings_as_of

_COLUMNS = (
    *("id", "number", "plan__key", "line_of_business", "ipa__key", "ipa_id", "practitioner__npi"),
    *("servicing_practitioner__npi", "servicing_practitioner_id"),
    *("coverage__pcp__npi", "member__language", "timing", "is_drug", "service_from_on", "code"),
)
Memberships = dict[tuple[UUID, UUID], list[tuple[date, date | None]]]


def decided_in(
    tenant_id: UUID, period: Period, *, as_of: datetime, zone: ZoneInfo, ipa_id: UUID | None = None
) -> list[RequestFacts]:
    """Return the requests with a decision in the period, as they stood at `as_of`."""
    return _happened(tenant_id, tuple(OUTCOMES), period, as_of, zone, ipa_id)


def asked_in(
    tenant_id: UUID, period: Period, *, as_of: datetime, zone: ZoneInfo, ipa_id: UUID | None = None
) -> list[RequestFacts]:
    """Return the requests that reached the office in the period, as they stood at `as_of`."""
    return _happened(tenant_id, (Event.RECEIVED,), period, as_of, zone, ipa_id)


def _happened(
    tenant_id: UUID,
    names: Collection[str],
    period: Period,
    as_of: datetime,
    zone: ZoneInfo,
    ipa_id: UUID | None,
) -> list[RequestFacts]:
    """Find the cases by the index on names and the time of recording: nothing is recorded before
    it happens, so what happened in the period was recorded in it or later."""
    first, after = period.instants(zone)
    found = CaseEvent.objects.filter(
        tenant_id=tenant_id,
        name__in=[str(name) for name in names],
        recorded_at__gte=first,
        recorded_at__lte=as_of,
        happened_at__gte=first,
        happened_at__lt=after,
    )
    requests = AuthorizationRequest.objects.filter(
        tenant_id=tenant_id, id__in=found.values("case_id")
    )
    if ipa_id is not None:
        requests = requests.filter(ipa_id=ipa_id)
    return list(_facts(tenant_id, requests, as_of=as_of, zone=zone))


def _facts(
    tenant_id: UUID,
    requests: QuerySet[AuthorizationRequest],
    *,
    as_of: datetime,
    zone: ZoneInfo,
) -> Iterator[RequestFacts]:
    first_code = RequestedService.objects.filter(
        tenant_id=tenant_id, request_id=OuterRef("id")
    ).order_by("line")
    rows = list(
        requests.annotate(code=Subquery(first_code.values("code")[:1]))
        .order_by("number")
        .values(*_COLUMNS)
    )
    standings = standings_as_of(tenant_id, [row["id"] for row in rows], as_of)
    categories = categories_of({row["code"] for row in rows})
    networks = _networks(tenant_id, {row["servicing_practitioner_id"] for row in rows})
    for row in rows:
        standing = standings.get(row["id"])
        if standing is not None:
            category = categories.get(row["code"]) or OTHER
            yield _fact(row, standing, category, networks, zone)


def _fact(
    row: dict[str, Any],
    standing: Standing,
    category: str,
    networks: Memberships,
    zone: ZoneInfo,
) -> RequestFacts:
    decided_at = standing.decided_at
    return RequestFacts(
        id=row["id"],
        number=row["number"],
        plan=row["plan__key"] or "",
        line_of_business=row["line_of_business"],
        ipa=row["ipa__key"] or "",
        asked_by=row["practitioner__npi"],
        to_treat=row["servicing_practitioner__npi"] or "",
        in_network=_in_network(row, networks),
        pcp=row["coverage__pcp__npi"] or "",
        language=row["member__language"],
        category=category,
        timing=row["timing"],
        is_drug=row["is_drug"],
        asked_on=standing.received_at.astimezone(zone).date(),
        decided_on=decided_at.astimezone(zone).date() if decided_at else None,
        standing=standing,
    )


def _networks(tenant_id: UUID, practitioners: Collection[UUID | None]) -> Memberships:
    memberships: Memberships = defaultdict(list)
    for person, ipa, from_on, until_on in NetworkMembership.objects.filter(
        is_any("practitioner_id", [one for one in practitioners if one]), tenant_id=tenant_id
    ).values_list("practitioner_id", "ipa_id", "from_on", "until_on"):
        memberships[person, ipa].append((from_on, until_on))
    return memberships


def _in_network(row: dict[str, Any], networks: Memberships) -> bool | None:
    """Tell whether the one who is to treat belonged to the IPA's network on the day of service.

    None where nobody is named whom we know: a written name alone is no answer.
    """
    person, ipa, on = row["servicing_practitioner_id"], row["ipa_id"], row["service_from_on"]
    if person is None:
        return None
    spans = networks.get((person, ipa), ()) if ipa else ()
    return any(first <= on and (until is None or on < until) for first, until in spans)
