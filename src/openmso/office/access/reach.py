"""How far somebody sees among the cases of a kind: what lies outside is not found."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from .actor import Actor

M = TypeVar("M", bound=Model)


def in_reach(cases: QuerySet[M], viewer: Actor, *, practice: str = "") -> QuerySet[M]:
    """Narrow to what `viewer` may see: tenant first, then practice, member or IPA.

    `practice` is the field with the id of the practice; without one, a practice sees none.
    """
    cases = cases.filter(tenant_id=viewer.tenant_id)
    if viewer.practice_id is not None:
        cases = cases.filter(**{practice: viewer.practice_id}) if practice else cases.none()
    if viewer.member_id is not None:
        cases = cases.filter(member_id=viewer.member_id)
    return cases.filter(ipa_id__in=viewer.ipa_ids) if viewer.ipa_ids else cases
