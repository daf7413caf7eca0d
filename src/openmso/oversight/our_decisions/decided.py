"""The decided cases: which could be published, and what may not be named in a text about one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.appeals.domain.states import ANSWERED
from openmso.casework.appeals.models import Appeal, AppealAnswer
from openmso.casework.appeals.queries import appeal_for
from openmso.casework.appeals.queries import visible as appeals
from openmso.casework.external_review.case_kind import EXTERNAL_REVIEW
from openmso.casework.external_review.domain.ruling import Answer, Asked
from openmso.casework.external_review.models import ExternalReview, OutsideDecision
from openmso.casework.external_review.queries import decisions_of, review_for
from openmso.casework.external_review.queries import visible as reviews
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.office.access.actor import Actor
from openmso.roster.benefits.models import ServiceCode
from openmso.standards.deidentification import Names

from .domain.releasing import DecidedBy, Outcome

ROWS = 50
_OTHER, _PAYMENT = "other", "payment"
_OUTCOMES = {
    "overturned": Outcome.OVERTURNED,
    "partly_upheld": Outcome.IN_PART,
    "upheld": Outcome.UPHELD,
    Answer.FOR_MEMBER: Outcome.OVERTURNED,
    Answer.PARTLY: Outcome.IN_PART,
    Answer.FOR_PLAN: Outcome.UPHELD,
}


class NotDecided(ValueError):
    """Nothing is decided yet that could be published. The sentence names the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decided case. `names` are whom a public text may not name."""

    kind: str
    id: UUID
    number: str
    year: int
    decided_by: DecidedBy
    outcome: Outcome
    line_of_business: str
    category: str
    names: Names


def decided_appeal(viewer: Actor, appeal_id: UUID) -> Decided:
    """Return an answered appeal. Raises AppealNotFound, NotDecided."""
    appeal = appeal_for(viewer, appeal_id)
    if appeal.state not in ANSWERED:
        raise NotDecided(f"{appeal.number} is not answered.")
    return _of_appeal(appeal)


def decided_review(viewer: Actor, review_id: UUID) -> Decided:
    """Return an outside review with its ruling. Raises ReviewNotFound, NotDecided."""
    review = review_for(viewer, review_id)
    rulings = [one for one in decisions_of(review) if one.asked == Asked.DISPUTE]
    if not rulings:
        raise NotDecided(f"Nobody has ruled on {review.number}.")
    return _of_review(review, rulings[-1])


def decided_cases(viewer: Actor) -> list[tuple[str, UUID, str, datetime]]:
    """Return kind, id, number and instant of the newest decided cases. Two queries."""
    answered = appeals(viewer).filter(state__in=ANSWERED).order_by("-closed_at", "id")[:ROWS]
    found = [
        (APPEAL, one.id, one.number, one.closed_at) for one in answered if one.closed_at is not None
    ]
    ruled = (
        OutsideDecision.objects.filter(
            tenant_id=viewer.tenant_id, asked=Asked.DISPUTE, review__in=reviews(viewer)
        )
        .select_related("review")
        .order_by("-received_at", "id")[:ROWS]
    )
    found += [(EXTERNAL_REVIEW, one.review_id, one.review.number, one.received_at) for one in ruled]
    return sorted(found, key=lambda one: one[3], reverse=True)[:ROWS]


def alike(tenant_id: UUID, *, year: int, line_of_business: str) -> int:
    """Count the cases of a year and line of business that were decided. Two queries."""
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    answered = AppealAnswer.objects.filter(
        tenant_id=tenant_id,
        appeal__line_of_business=line_of_business,
        answered_on__gte=first,
        answered_on__lt=after,
    )
    ruled = OutsideDecision.objects.filter(
        tenant_id=tenant_id,
        asked=Asked.DISPUTE,
        review__line_of_business=line_of_business,
        decided_on__gte=first,
        decided_on__lt=after,
    )
    return answered.count() + ruled.count()


def _of_appeal(appeal: Appeal) -> Decided:
    answer = appeal.answer
    signer = (answer.signed_by_name,)
    billed = (appeal.payment.provider_name,) if appeal.payment else ()
    return Decided(
        kind=APPEAL,
        id=appeal.id,
        number=appeal.number,
        year=answer.answered_on.year,
        decided_by=DecidedBy.US,
        outcome=_OUTCOMES[answer.result],
        line_of_business=appeal.line_of_business,
        category=_PAYMENT if appeal.payment else _category(appeal.request),
        names=Names(
            patients=(appeal.member.full_name, appeal.filed_by_name),
            doctors=(*_doctors(appeal.request), *signer),
            facilities=(*_facilities(appeal.request), *billed),
        ),
    )


def _of_review(review: ExternalReview, ruling: OutsideDecision) -> Decided:
    return Decided(
        kind=EXTERNAL_REVIEW,
        id=review.id,
        number=review.number,
        year=ruling.decided_on.year,
        decided_by=DecidedBy(review.forum),
        outcome=_OUTCOMES[ruling.answer],
        line_of_business=review.line_of_business,
        category=_category(review.request),
        names=Names(
            patients=(review.member.full_name,),
            doctors=tuple(_doctors(review.request)),
            facilities=tuple(_facilities(review.request)),
        ),
    )


def _doctors(request: AuthorizationRequest | None) -> Iterator[str]:
    if request is None:
        return
    yield request.practitioner.full_name
    if request.servicing_practitioner is not None:
        yield request.servicing_practitioner.full_name
    if request.servicing_name:
        yield request.servicing_name


def _facilities(request: AuthorizationRequest | None) -> Iterator[str]:
    if request is not None:
        yield request.practice.name


def _category(request: AuthorizationRequest | None) -> str:
    """Return the category of the first service. At most two queries."""
    if request is None:
        return _OTHER
    codes = RequestedService.objects.filter(
        tenant_id=request.tenant_id, request_id=request.id
    ).order_by("line")
    code = codes.values_list("code", flat=True).first()
    known = ServiceCode.objects.filter(code=code).order_by("-code_system")
    return known.values_list("category", flat=True).first() or _OTHER
