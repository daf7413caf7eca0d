"""What a practice and the desk still owe each other: questions, talks, messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from openmso.office.access.actor import Actor

from .domain.states import OPEN, State
from .models import AuthorizationRequest, CaseMessage, InformationRequest, PeerToPeer
from .queries import visible

MOST_ROWS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One request that waits for the practice. `since` is when we asked or wrote."""

    request_id: UUID
    number: str
    member_name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingForPractice:
    information: list[Waiting]
    talks: list[Waiting]
    messages: list[Waiting]

    def __bool__(self) -> bool:
        return bool(self.information or self.talks or self.messages)


def waiting_for_practice(viewer: Actor) -> WaitingForPractice:
    """Return what the viewer's practice has to answer, the oldest first. Three queries."""
    mine = visible(viewer)
    asked = mine.filter(
        state=State.WAITING_FOR_INFORMATION, information_requests__answered_at=None
    ).values_list(*_WHO, "information_requests__asked_at")
    offered = mine.filter(state__in=OPEN, peer_talks__state=PeerToPeer.State.OFFERED).values_list(
        *_WHO, "peer_talks__offered_at"
    )
    newest = CaseMessage.objects.filter(request_id=OuterRef("id")).order_by("-written_at", "-id")
    unanswered = (
        mine.filter(state__in=OPEN, messages__from_practice=False)
        .annotate(
            from_practice=Subquery(newest.values("from_practice")[:1]),
            wrote_at=Subquery(newest.values("written_at")[:1]),
        )
        .filter(from_practice=False)
        .distinct()
        .values_list(*_WHO, "wrote_at")
    )
    return WaitingForPractice(
        information=_oldest_first(
            asked.order_by("information_requests__asked_at", "id")[:MOST_ROWS]
        ),
        talks=_oldest_first(offered.order_by("peer_talks__offered_at", "id")[:MOST_ROWS]),
        messages=_oldest_first(unanswered.order_by("wrote_at", "id")[:MOST_ROWS]),
    )


def messages_on(request: AuthorizationRequest) -> list[CaseMessage]:
    """Return the messages on a case, the oldest first."""
    return list(
        CaseMessage.objects.filter(tenant_id=request.tenant_id, request_id=request.id).order_by(
            "written_at", "id"
        )
    )


def talks_on(request: AuthorizationRequest) -> list[PeerToPeer]:
    """Return the talks offered on a case, the newest first."""
    return list(
        PeerToPeer.objects.filter(tenant_id=request.tenant_id, request_id=request.id).order_by(
            "-offered_at", "id"
        )
    )


def asked_for(request: AuthorizationRequest) -> list[InformationRequest]:
    """Return what the office was asked for, the newest first."""
    return list(
        InformationRequest.objects.filter(
            tenant_id=request.tenant_id, request_id=request.id
        ).order_by("-asked_at", "id")
    )


_WHO = ("id", "number", "member__given_name", "member__family_name")


def _oldest_first(rows: Iterable[tuple[Any, ...]]) -> list[Waiting]:
    found: dict[UUID, Waiting] = {}
    for request_id, number, given_name, family_name, since in rows:
        found.setdefault(
            request_id,
            Waiting(
                request_id=request_id,
                number=number,
                member_name=f"{given_name} {family_name}".strip(),
                since=since,
            ),
        )
    return list(found.values())
