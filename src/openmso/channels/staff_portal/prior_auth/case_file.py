"""Everything one case page shows, read in seven queries.

Small lists that belong to the request travel with its own row; each stays in the order shown.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from openmso.casework.appeals.models import Appeal
from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.criteria.queries import points_of_every_edition
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.prior_auth.events import Event
from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CaseMessage,
    CriteriaFinding,
    Decision,
    InformationRequest,
    PeerToPeer,
    RecordsOpened,
    RequestedService,
)
from openmso.casework.prior_auth.queries import RequestNotFound, decisions_of, reach_of, within
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.documents.queries import papers_received
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letters_of
from openmso.office.statement import statement
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.timeline.queries import history

Rows = list[dict[str, Any]]

_PEOPLE = (
    *("member", "practice", "practitioner", "servicing_practitioner", "plan", "ipa", "coverage"),
    *("criteria_edition", "joined_to", "likely_duplicate"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """`documents` are what others sent us, all that a reviewer has to read; `opened` are those that
    this viewer has opened. `findings` are by point code. `editions` are all of the case's criteria
    set, the newest first."""

    request: AuthorizationRequest
    services: Rows
    points: list[CriteriaPoint]
    editions: list[CriteriaEdition]
    findings: dict[str, dict[str, Any]]
    documents: list[Document]
    opened: frozenset[UUID]
    deadlines: list[Deadline]
    messages: Rows
    talks: Rows
    asked: Rows
    appeals: Rows
    reviews: Rows
    decisions: list[Decision]
    letters: list[OrderedLetter]
    history: list[CaseEvent]

    @property
    def unread(self) -> list[Document]:
        return [document for document in self.documents if document.id not in self.opened]

    @property
    def unmet(self) -> list[str]:
        """The points a nurse could not rest an approval on."""
        return [
            point.code
            for point in self.points
            if not (found := self.findings.get(point.code))
            or not found["confirmed"]
            or found["answer"] != "met"
        ]


def case_file(viewer: Actor, request_id: UUID, *, whole: bool = True) -> CaseFile:
    """Return the file of one case. Raises RequestNotFound.

    Without `whole` the decisions, letters and history stay out: four queries instead of seven.
    """
    request = _request(viewer, request_id)
    edition = request.criteria_edition
    points = points_of_every_edition(request.tenant_id, edition.key) if edition else []
    return CaseFile(
        request=request,
        services=_rows(request, "service_rows"),
        points=[point for point in points if point.edition_id == request.criteria_edition_id],
        editions=list({point.edition_id: point.edition for point in points}.values()),
        findings={found["point_code"]: found for found in _rows(request, "finding_rows")},
        documents=papers_received(request.tenant_id, request.id),
        opened=frozenset(vars(request)["opened_ids"]),
        deadlines=of_case(request.tenant_id, request.id),
        messages=_rows(request, "message_rows"),
        talks=_rows(request, "talk_rows"),
        asked=_rows(request, "asked_rows"),
        appeals=_rows(request, "appeal_rows"),
        reviews=_rows(request, "review_rows"),
        decisions=decisions_of(request) if whole else [],
        letters=letters_of(request.tenant_id, request.id) if whole else [],
        history=history(request.tenant_id, request.id) if whole else [],
    )


@dataclass(frozen=True, slots=True)
class Note:
    who: str
    text: str


def note_to_physician(request: AuthorizationRequest) -> Note | None:
    """Return what the nurse wrote when the case was last sent to a physician."""
    line = (
        CaseEvent.objects.filter(
            tenant_id=request.tenant_id, case_id=request.id, name=Event.SENT_TO_PHYSICIAN
        )
        .order_by("-recorded_at", "-line")
        .first()
    )
    if line is None or not line.details.get("note"):
        return None
    return Note(line.actor_name, str(line.details["note"]))


def _request(viewer: Actor, request_id: UUID) -> AuthorizationRequest:
    found = _requests(**reach_of(viewer), request_id=request_id, account_id=viewer.id)
    if not found:
        raise RequestNotFound("There is no such request.")
    return found[0]


@statement
def _requests(
    *,
    tenant_id: UUID,
    practice_id: UUID | None,
    member_id: UUID | None,
    ipa_ids: list[UUID] | None,
    request_id: UUID,
    account_id: UUID | None,
) -> QuerySet[AuthorizationRequest]:
    opened = RecordsOpened.objects.filter(
        tenant_id=OuterRef("tenant_id"), request_id=OuterRef("pk"), account=account_id
    )
    return (
        within(tenant_id, practice_id, member_id, ipa_ids)
        .select_related(*_PEOPLE)
        .annotate(
            service_rows=_list(
                RequestedService.objects.order_by("line"),
                *("line", "code", "description", "quantity", "unit", "approved_quantity"),
            ),
            finding_rows=_list(
                CriteriaFinding.objects.order_by("point_code"),
                *("point_code", "answer", "said_by_practice", "confirmed", "quote"),
                *("document_id", "page", "answered_by_name"),
            ),
            message_rows=_list(
                CaseMessage.objects.order_by("written_at", "id"),
                *("from_practice", "author_name", "text", "written_at"),
            ),
            talk_rows=_list(
                PeerToPeer.objects.order_by("offered_at", "id"),
                *("id", "state", "offered_by_name", "slots", "chosen_at", "held_at", "note"),
            ),
            appeal_rows=_list(Appeal.objects.order_by("-received_at"), "id", "number", "state"),
            review_rows=_list(
                ExternalReview.objects.order_by("-recorded_at"), "id", "number", "forum", "state"
            ),
            asked_rows=_list(
                InformationRequest.objects.order_by("asked_at", "id"),
                *("missing", "words", "asked_by_name", "asked_at", "answered_at"),
            ),
            opened_ids=ArraySubquery(opened.values("document_id")),
        )
        .filter(id=request_id)
    )


def _list(rows: QuerySet[Any], *columns: str) -> ArraySubquery:
    own = rows.filter(tenant_id=OuterRef("tenant_id"), request_id=OuterRef("pk"))
    return ArraySubquery(own.values(row=JSONObject(**{name: F(name) for name in columns})))


def _rows(request: Model, name: str) -> Rows:
    rows: Rows = vars(request)[name]
    return rows
