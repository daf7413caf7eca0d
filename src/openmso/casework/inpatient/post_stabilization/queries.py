"""Reads for pages; each takes the viewer, or the hospital, and returns only what it may see.

A request of another office, IPA or hospital is not found, never forbidden.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.statement import statement
from openmso.standards.typed_text import kept

from .models import Consultation, HospitalCode, PostStabilization, SignedAnswer

ROWS = 25
_WITH = ("hospital", "member", "plan", "ipa", "coverage")


class CaseNotFound(LookupError):
    """There is no such request for this viewer."""


def visible(viewer: Actor) -> QuerySet[PostStabilization]:
    """Narrow to what somebody of the office may see: tenant first, then IPA."""
    cases = PostStabilization.objects.filter(tenant_id=viewer.tenant_id)
    return cases.filter(ipa_id__in=viewer.ipa_ids) if viewer.ipa_ids else cases


def case_for(viewer: Actor, case_id: UUID) -> PostStabilization:
    """Return one request with its people. Raises CaseNotFound."""
    case = visible(viewer).select_related(*_WITH).filter(id=case_id).first()
    if case is None:
        raise CaseNotFound("There is no such request.")
    return case


def case_of_hospital(tenant_id: UUID, hospital_id: UUID, number: str) -> PostStabilization:
    """Return the request with this receipt number if this hospital sent it. Raises CaseNotFound."""
    for case in _numbered(tenant_id, hospital_id, kept(number).upper()):
        return case
    raise CaseNotFound("There is no such request.")


@statement
def _numbered(tenant_id: UUID, hospital_id: UUID, number: str) -> QuerySet[PostStabilization]:
    return (
        PostStabilization.objects.select_related(*_WITH)
        .filter(tenant_id=tenant_id, hospital_id=hospital_id, number=number)
        .exclude(asked_at=None)
    )


@statement
def asked_by_hospital(
    tenant_id: UUID, hospital_id: UUID, *, since: datetime
) -> QuerySet[PostStabilization]:
    """Return the numbers of what the hospital asked after `since`, the newest first."""
    return (
        PostStabilization.objects.filter(
            tenant_id=tenant_id, hospital_id=hospital_id, asked_at__gte=since
        )
        .only("number")
        .order_by("-asked_at", "id")[:ROWS]
    )


def answer_of(case: PostStabilization) -> SignedAnswer | None:
    """Return our signed answer; None while there is none."""
    return next(iter(_answers(case.tenant_id, case.id)), None)


@statement
def _answers(tenant_id: UUID, case_id: UUID) -> QuerySet[SignedAnswer]:
    return SignedAnswer.objects.filter(tenant_id=tenant_id, request_id=case_id)


def consultation_of(case: PostStabilization) -> Consultation | None:
    """Return the talk that was offered with a disagreement."""
    found = Consultation.objects.filter(tenant_id=case.tenant_id, request_id=case.id)
    return found.order_by("-offered_at").first()


def codes_ordered(tenant_id: UUID, hospital_id: UUID, *, since: datetime) -> list[datetime]:
    """Return when codes were ordered for this hospital after `since`."""
    return list(
        HospitalCode.objects.filter(
            tenant_id=tenant_id, hospital_id=hospital_id, ordered_at__gt=since
        ).values_list("ordered_at", flat=True)
    )
