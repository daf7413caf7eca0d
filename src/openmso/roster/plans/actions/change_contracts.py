"""Contracts change: terms and plans end, products come and go, an IPA's papers are set right."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import Delegation, HealthPlan, Ipa, PlanProduct
from .add_contracts import NewProduct


@action
def correct_ipa(ipa_id: UUID, fields: Mapping[str, str], *, by: Actor, at: datetime) -> Ipa:
    """Set an IPA's legal name, signature or address right; its timeline keeps what stood before.

    Letters that were ordered before keep what they were ordered with.
    """
    ipa = Ipa.objects.select_for_update().get(tenant_id=by.tenant_id, id=ipa_id)
    before = {name: getattr(ipa, name) for name in fields}
    for name, value in fields.items():
        setattr(ipa, name, value)
    ipa.save(update_fields=list(fields))
    record(ipa, Event.IPA_CORRECTED, by=by, at=at, before=before, after=dict(fields))
    return ipa


@action
def end_plan(plan_id: UUID, until_on: date, *, by: Actor, at: datetime) -> HealthPlan:
    """Let the contract with a plan end; `until_on` is the first day without it."""
    plan = HealthPlan.objects.select_for_update().get(tenant_id=by.tenant_id, id=plan_id)
    plan.until_on = until_on
    plan.save(update_fields=["until_on"])
    record(plan, Event.PLAN_ENDED, by=by, at=at, until_on=until_on.isoformat())
    return plan


@action
def add_products(
    products: Iterable[tuple[UUID, NewProduct]], *, by: Actor, at: datetime
) -> list[PlanProduct]:
    """Write products, each with the id of its plan, and a line on the plan's timeline."""
    rows = [
        PlanProduct(
            tenant_id=by.tenant_id,
            plan_id=plan_id,
            name=product.name,
            takes_part=product.takes_part,
            from_on=product.from_on,
            until_on=product.until_on,
        )
        for plan_id, product in products
    ]
    PlanProduct.objects.bulk_create(rows)
    for row in rows:
        plan = HealthPlan(id=row.plan_id, tenant_id=by.tenant_id)
        record(plan, Event.PRODUCT_ADDED, by=by, at=at, product=row.name, takes_part=row.takes_part)
    return rows


@action
def end_product(product_id: UUID, until_on: date, *, by: Actor, at: datetime) -> PlanProduct:
    """Let what is known of a product end; `until_on` is the first day without it."""
    product = PlanProduct.objects.select_for_update().get(tenant_id=by.tenant_id, id=product_id)
    product.until_on = until_on
    product.save(update_fields=["until_on"])
    plan = HealthPlan(id=product.plan_id, tenant_id=by.tenant_id)
    record(
        plan,
        Event.PRODUCT_ENDED,
        by=by,
        at=at,
        product=product.name,
        until_on=until_on.isoformat(),
    )
    return product


@action
def end_delegation_term(term_id: UUID, until_on: date, *, by: Actor, at: datetime) -> Delegation:
    """Let a term end; `until_on` is the first day on which it no longer holds."""
    term = Delegation.objects.select_for_update().get(tenant_id=by.tenant_id, id=term_id)
    term.until_on = until_on
    term.save(update_fields=["until_on"])
    record(
        HealthPlan(id=term.plan_id, tenant_id=by.tenant_id),
        Event.TERM_ENDED,
        by=by,
        at=at,
        ipa=str(term.ipa_id),
        function=term.function,
        until_on=until_on.isoformat(),
    )
    return term
