"""Which plans and IPAs this office works with, and who decides between them."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.statement import statement

from .domain.delegation import DelegationAnswer, Term, who_decides
from .models import Delegation, HealthPlan, Ipa, PlanProduct


def delegation_on(
    tenant_id: UUID, plan_id: UUID, ipa_id: UUID, function: str, on: date
) -> DelegationAnswer:
    """Tell who performs `function` for this plan and IPA on `on`, and by which term."""
    terms = Delegation.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        plan_id=plan_id,
        ipa_id=ipa_id,
        function=function,
        from_on__lte=on,
    ).values("id", "delegated", "from_on", "until_on")
    return who_decides((Term(**term) for term in terms), on)


def plans_of(tenant_id: UUID, on: date) -> list[HealthPlan]:
    """Return the plans this office has a contract with on `on`, by name."""
    return list(
        HealthPlan.objects.filter(
            Q(until_on=None) | Q(until_on__gt=on), tenant_id=tenant_id, from_on__lte=on
        ).order_by("name")
    )


@statement
def ipas_of(tenant_id: UUID) -> QuerySet[Ipa]:
    """Return the IPAs this office works for, by name."""
    return Ipa.objects.filter(tenant_id=tenant_id).order_by("name")


def products_on(tenant_id: UUID, plan_id: UUID, on: date) -> list[PlanProduct]:
    """Return in which products of a plan this office takes part on `on` and in which it does not.

    A product that is not listed must be verified with the plan.
    """
    return list(
        PlanProduct.objects.filter(
            Q(until_on=None) | Q(until_on__gt=on),
            tenant_id=tenant_id,
            plan_id=plan_id,
            from_on__lte=on,
        ).order_by("name")
    )
