"""The least one can say of a request: where it stands now, and what it is about.

Asked many times a minute by pages that wait for an answer, so it reads one row and no other table.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.roster.benefits.models import ServiceCode

from .models import RequestedService
from .queries import RequestNotFound, visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """`version` counts every change of the request."""

    id: UUID
    number: str
    version: int
    state: str
    silence: bool


def glance(viewer: Actor, request_id: UUID) -> Glance:
    """Return where a request stands. Raises RequestNotFound. One query."""
    row = (
        visible(viewer)
        .filter(id=request_id)
        .values_list("number", "version", "state", "silence_at")
        .first()
    )
    if row is None:
        raise RequestNotFound("There is no such request.")
    number, version, state, silence_at = row
    return Glance(
        id=request_id, number=number, version=version, state=state, silence=silence_at is not None
    )


def services_asked(
    tenant_id: UUID, request_ids: Collection[UUID]
) -> dict[UUID, list[RequestedService]]:
    """Return the services of several requests in their printed order. One query."""
    found: dict[UUID, list[RequestedService]] = defaultdict(list)
    rows = RequestedService.objects.filter(tenant_id=tenant_id, request_id__in=request_ids)
    for service in rows.order_by("request_id", "line"):
        found[service.request_id].append(service)
    return dict(found)


def spanish_names(codes: Collection[str]) -> dict[str, str]:
    """Return what services are called in Spanish, where we know it. One query."""
    named = ServiceCode.objects.filter(code__in=codes).exclude(description_es="")
    return dict(named.values_list("code", "description_es"))
