"""Reads for pages; each takes the viewer and returns only what that viewer may see.

A request of another office, practice or member is not found, never forbidden.
"""

from dataclasses import dataclass
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.newest_first import Place, newest_first
from openmso.office.statement import is_any, statement
from openmso.office.timeline.models import Deadline

from .models import (
    AuthorizationRequest,
    CriteriaFinding,
    Decision,
    RecordsOpened,
    RequestedService,
)

ROWS = 25


class RequestNotFound(LookupError):
    """There is no such request for this viewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """One page of a practice's or member's requests, and where the next one starts."""

    rows: list[dict[str, Any]]
    next: Place | None


def visible(viewer: Actor) -> QuerySet[AuthorizationRequest]:
    """Narrow to what `viewer` may see: tenant first, then practice, member or IPA."""
    return within(**reach_of(viewer))


class Reach(TypedDict):
    """How far somebody sees; None: as far as the office."""

    tenant_id: UUID
    practice_id: UUID | None
    member_id: UUID | None
    ipa_ids: list[UUID] | None


def reach_of(viewer: Actor) -> Reach:
    """Return how far `viewer` sees."""
    return Reach(
        tenant_id=viewer.tenant_id,
        practice_id=viewer.practice_id,
        member_id=viewer.member_id,
        ipa_ids=list(viewer.ipa_ids) or None,
    )


def within(
    tenant_id: UUID, practice_id: UUID | None, member_id: UUID | None, ipa_ids: list[UUID] | None
) -> QuerySet[AuthorizationRequest]:
    """Return the requests inside a reach; also the beginning of a statement."""
    requests = AuthorizationRequest.objects.filter(tenant_id=tenant_id)
    if practice_id is not None:
        requests = requests.filter(practice_id=practice_id)
    if member_id is not None:
        requests = requests.filter(member_id=member_id)
    if ipa_ids is not None:
        requests = requests.filter(is_any("ipa_id", ipa_ids))
    return requests


def request_for(viewer: Actor, request_id: UUID) -> AuthorizationRequest:
    """Return one request with its people, plan and criteria edition. Raises RequestNotFound."""
    for request in _request(request_id=request_id, **reach_of(viewer)):
        return request
    raise RequestNotFound("There is no such request.")


@statement
def _request(request_id: UUID, **reach: Unpack[Reach]) -> QuerySet[AuthorizationRequest]:
    return (
        within(**reach)
        .filter(id=request_id)
        .select_related(
            "member",
            "practice",
            "practitioner",
            "servicing_practitioner",
            "plan",
            "ipa",
            "coverage",
            "criteria_edition",
            "joined_to",
            "likely_duplicate",
        )
    )


def requests_of(
    viewer: Actor, *, state: str = "", after: Place | None = None, rows: int = ROWS
) -> RequestPage:
    """Return requests newest first, for the practice's or the member's own list."""
    requests = visible(viewer)
    if state:
        requests = requests.filter(state=state)
    found = list(
        newest_first(requests, "received_at", after=after).values(
            "id",
            "number",
            "state",
            "urgency",
            "received_at",
            "decided_at",
            "authorization_number",
            "valid_until_on",
            "member__given_name",
            "member__family_name",
            "missing",
            "silence_means",
        )[: rows + 1]
    )
    more, found = len(found) > rows, found[:rows]
    last = found[-1] if found and more else None
    return RequestPage(
        rows=[dict(row) for row in found], next=(last["received_at"], last["id"]) if last else None
    )


def first_service_code(request: AuthorizationRequest) -> str:
    """Return the code of the first service that was asked for; empty when there is none."""
    codes = RequestedService.objects.filter(tenant_id=request.tenant_id, request_id=request.id)
    return codes.order_by("line").values_list("code", flat=True).first() or ""


def findings_of(request: AuthorizationRequest) -> dict[str, CriteriaFinding]:
    """Return the answers to the criteria points by point code."""
    return {
        finding.point_code: finding
        for finding in CriteriaFinding.objects.filter(
            tenant_id=request.tenant_id, request_id=request.id
        )
    }


def decisions_of(request: AuthorizationRequest) -> list[Decision]:
    """Return every decision on this request, the newest first."""
    return _decisions(request.tenant_id, request.id)


@statement
def _decisions(tenant_id: UUID, request_id: UUID) -> QuerySet[Decision]:
    return (
        Decision.objects.filter(tenant_id=tenant_id, request_id=request_id)
        .select_related("criteria_edition", "benefit_section")
        .order_by("-decided_at", "id")
    )


def opened_by(request: AuthorizationRequest, account_id: UUID | None) -> frozenset[UUID]:
    """Return the documents of this request that this person has opened."""
    if account_id is None:
        return frozenset()
    return frozenset(
        RecordsOpened.objects.filter(
            tenant_id=request.tenant_id, request_id=request.id, account_id=account_id
        ).values_list("document_id", flat=True)
    )


def governing_deadlines(tenant_id: UUID, request_ids: list[UUID]) -> dict[UUID, Deadline]:
    """Return the governing due time of the decision for each of these requests."""
    return {
        deadline.case_id: deadline
        for deadline in Deadline.objects.filter(
            tenant_id=tenant_id, case_id__in=request_ids, purpose="decide", governs=True
        )
    }
