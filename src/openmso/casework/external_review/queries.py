"""Reads for pages; each takes the viewer and returns only what that viewer may see.

A case of another office, IPA or member is not found, never forbidden.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.access.reach import in_reach
from openmso.office.newest_first import Place, newest_first

from .domain.forum import Forum
from .domain.imr import OtherCase
from .domain.packet import Gathered, Kind, OwedBy, Paper, Step
from .domain.states import OPEN, State
from .models import ExternalReview, OutsideContact, OutsideDecision, PacketPaper

ROWS = 25
WITH = (
    *("request", "request__practitioner", "request__practice", "request__servicing_practitioner"),
    *("member", "plan", "ipa", "came_from", "proof", "request__coverage"),
)


class ReviewNotFound(LookupError):
    """There is no such case for this viewer."""


def visible(viewer: Actor) -> QuerySet[ExternalReview]:
    """Narrow to what `viewer` may see: tenant first, then member or IPA. A practice sees none."""
    return in_reach(ExternalReview.objects.all(), viewer)


def review_for(viewer: Actor, review_id: UUID) -> ExternalReview:
    """Return one case with its people. Raises ReviewNotFound."""
    case = visible(viewer).select_related(*WITH).filter(id=review_id).first()
    if case is None:
        raise ReviewNotFound("There is no such case.")
    return case


def reviews_page(viewer: Actor, *, after: Place | None = None) -> list[ExternalReview]:
    """Return the newest cases, one row more than a page holds when there are older ones."""
    cases = visible(viewer).select_related("member", "plan")
    return list(newest_first(cases, "recorded_at", after=after, ids="-id")[: ROWS + 1])


def reviews_of_request(viewer: Actor, request_id: UUID) -> list[ExternalReview]:
    """Return every outside review of one request, the newest first."""
    return list(visible(viewer).filter(request_id=request_id).order_by("-recorded_at"))


def open_review(tenant_id: UUID, request_id: UUID, forum: Forum) -> ExternalReview | None:
    """Return the undecided case of this kind about a request, if there is one."""
    return ExternalReview.objects.filter(
        tenant_id=tenant_id, request_id=request_id, forum=forum, state__in=OPEN
    ).first()


def other_cases(tenant_id: UUID, request_id: UUID) -> list[OtherCase]:
    """Return how far each outside review of this request has come."""
    rows = ExternalReview.objects.filter(tenant_id=tenant_id, request_id=request_id)
    return as_other_cases(rows.only("forum", "state"))


def as_other_cases(reviews: Iterable[ExternalReview]) -> list[OtherCase]:
    """Return how far these reviews have come, for a decision."""
    return [OtherCase(forum=Forum(one.forum), state=State(one.state)) for one in reviews]


def papers_of(case: ExternalReview) -> list[PacketPaper]:
    """Return the checklist in its order, each line with the document that came."""
    return list(
        PacketPaper.objects.filter(tenant_id=case.tenant_id, review_id=case.id)
        .select_related("document")
        .order_by("line")
    )


def gathered(papers: Sequence[PacketPaper]) -> list[Gathered]:
    """Return the checklist for a decision."""
    return [
        Gathered(
            paper=Paper(
                kind=Kind(one.kind),
                owed_by=OwedBy(one.owed_by),
                holder=one.holder,
                place=one.place,
            ),
            step=Step(one.step),
            why_not=one.why_not,
        )
        for one in papers
    ]


def decisions_of(case: ExternalReview) -> list[OutsideDecision]:
    """Return what outside bodies decided on this case, in the order in which we learned it."""
    return list(
        OutsideDecision.objects.filter(tenant_id=case.tenant_id, review_id=case.id)
        .select_related("letter")
        .order_by("received_at", "id")
    )


def contacts_of(case: ExternalReview) -> list[OutsideContact]:
    """Return the log of contacts with the outside body about this case, the newest first."""
    return list(
        OutsideContact.objects.filter(tenant_id=case.tenant_id, review_id=case.id).order_by(
            "-happened_at", "-id"
        )
    )


def outside_log(viewer: Actor, *, who: str = "") -> list[OutsideContact]:
    """Return the latest contacts with outside bodies over all cases that `viewer` may see."""
    log = OutsideContact.objects.filter(
        tenant_id=viewer.tenant_id, review__in=visible(viewer)
    ).select_related("review", "document")
    if who:
        log = log.filter(who=who)
    return list(log.order_by("-happened_at", "-id")[:ROWS])
