"""Reads for pages: what is public, and the text about one case."""

from uuid import UUID

from .models import OurDecision


def public_decisions(tenant_id: UUID) -> list[OurDecision]:
    """Return what everybody may read, the newest year first. One query."""
    found = OurDecision.objects.filter(tenant_id=tenant_id, taken_back_at=None)
    return list(found.order_by("-year", "-id"))


def public_text_of(tenant_id: UUID, case_id: UUID) -> OurDecision | None:
    """Return the public text about a case; None where there is none."""
    found = OurDecision.objects.filter(tenant_id=tenant_id, case_id_of=case_id)
    return found.filter(taken_back_at=None).first()


def cases_with_texts(tenant_id: UUID) -> frozenset[UUID]:
    """Return the cases about which a text is public. One query."""
    found = OurDecision.objects.filter(tenant_id=tenant_id, taken_back_at=None)
    return frozenset(found.values_list("case_id_of", flat=True))
