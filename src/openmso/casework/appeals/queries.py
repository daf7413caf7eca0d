"""Reads for pages; each takes the viewer and returns only what that viewer may see.

An appeal of another office, practice, member or IPA is not found, never forbidden.
"""

from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.reach import in_reach
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document

from .models import Appeal, AppealAnswer, AppealPaperOpened, PaymentOrder, ReportingLine
from .subject import case_with_papers

ROWS = 50
_WITH = (
    *("request", "request__practice", "request__practitioner", "request__plan", "request__ipa"),
    *("request__coverage", "request__member", "request__criteria_edition", "decision"),
    *("member", "plan", "ipa", "reviewer", "decision__criteria_edition"),
    *("payment", "payment__member", "payment__plan"),
    *("decision__benefit_section", "answer__criteria_edition", "answer__benefit_section"),
)


class AppealNotFound(LookupError):
    """There is no such appeal for this viewer."""


def visible(viewer: Actor) -> QuerySet[Appeal]:
    """Narrow to what `viewer` may see: tenant first, then practice, member or IPA."""
    return in_reach(Appeal.objects.all(), viewer, practice="request__practice_id")


def appeal_for(viewer: Actor, appeal_id: UUID) -> Appeal:
    """Return one appeal with its request and its people. Raises AppealNotFound."""
    appeal = visible(viewer).select_related(*_WITH).filter(id=appeal_id).first()
    if appeal is None:
        raise AppealNotFound("There is no such appeal.")
    return appeal


def appeals_of_request(viewer: Actor, request_id: UUID) -> list[Appeal]:
    """Return the appeals against decisions on a request, each with its answer, newest first."""
    found = visible(viewer).filter(request_id=request_id).select_related("answer")
    return list(found.order_by("-received_at", "id"))


def answer_of(appeal: Appeal) -> AppealAnswer | None:
    """Return the signed answer; None while there is none."""
    return (
        AppealAnswer.objects.select_related("criteria_edition", "benefit_section")
        .filter(tenant_id=appeal.tenant_id, appeal_id=appeal.id)
        .first()
    )


def orders_of(appeal: Appeal) -> list[PaymentOrder]:
    """Return the orders to pay of an appeal, the oldest first; a query only for a payment."""
    if not appeal.about_payment:
        return []
    found = PaymentOrder.objects.filter(tenant_id=appeal.tenant_id, appeal_id=appeal.id)
    return list(found.select_related("proof").order_by("notice_received_at", "id"))


def papers_of(appeal: Appeal) -> list[Document]:
    """Return the papers others sent: of the request and of the appeal, by time."""
    return list(
        Document.objects.filter(tenant_id=appeal.tenant_id, case_id__in=case_with_papers(appeal))
        .exclude(source=Document.Source.OFFICE)
        .order_by("received_at", "recorded_at", "id")
    )


def opened_by(appeal: Appeal, account_id: UUID | None) -> frozenset[UUID]:
    """Return the papers this person opened for this appeal."""
    if account_id is None:
        return frozenset()
    return frozenset(
        AppealPaperOpened.objects.filter(
            tenant_id=appeal.tenant_id, appeal_id=appeal.id, account_id=account_id
        ).values_list("document_id", flat=True)
    )


def is_new(paper: Document, appeal: Appeal) -> bool:
    """Tell whether the first reviewer had not seen this paper when the no was signed."""
    if appeal.about_payment:
        return True
    decided_at = appeal.decision.decided_at if appeal.decision else appeal.received_at
    return paper.recorded_at > decided_at


def reporting_lines(tenant_id: UUID) -> dict[UUID, UUID]:
    """Return whom each person of the office reports to."""
    found = ReportingLine.objects.filter(tenant_id=tenant_id)
    return dict(found.values_list("account_id", "reports_to_id"))


def physicians_of(tenant_id: UUID) -> list[Account]:
    """Return the office's active physician reviewers by name."""
    return list(
        Account.objects.filter(
            tenant_id=tenant_id, is_active=True, roles__contains=[Role.PHYSICIAN.value]
        ).order_by("name", "id")
    )
