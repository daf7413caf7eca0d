"""Write down the plans and IPAs this office works with, and the terms between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.row_id import new_id

from ..events import Event
from ..models import Delegation, HealthPlan, Ipa, PlanProduct


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProduct:
    """A product of a plan in which the office takes part or does not."""

    name: str
    takes_part: bool
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlan:
    id: UUID = field(default_factory=new_id)
    key: str
    name: str
    line_of_business: str
    state: str
    funding: str = HealthPlan.Funding.INSURED.value
    licensed_plan: bool = True
    pays_before: int = 50
    from_on: date
    until_on: date | None = None
    products: tuple[NewProduct, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIpa:
    id: UUID = field(default_factory=new_id)
    key: str
    name: str
    legal_name: str
    notice_identity: str = ""
    address: str = ""
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTerm:
    """Who performs a function for a plan and an IPA; `until_on` is the first day without it."""

    plan_id: UUID
    ipa_id: UUID
    function: str
    delegated: bool
    from_on: date
    until_on: date | None = None


@action
def add_plans(plans: Iterable[NewPlan], *, by: Actor, at: datetime) -> list[HealthPlan]:
    """Write plans and their products, each plan with a line on its timeline."""
    arrived = list(plans)
    rows = [
        HealthPlan(
            id=plan.id,
            tenant_id=by.tenant_id,
            key=plan.key,
            name=plan.name,
            line_of_business=plan.line_of_business,
            state=plan.state,
            funding=plan.funding,
            licensed_plan=plan.licensed_plan,
            pays_before=plan.pays_before,
            from_on=plan.from_on,
            until_on=plan.until_on,
        )
        for plan in arrived
    ]
    HealthPlan.objects.bulk_create(rows)
    PlanProduct.objects.bulk_create(
        PlanProduct(
            tenant_id=by.tenant_id,
            plan_id=plan.id,
            name=product.name,
            takes_part=product.takes_part,
            from_on=product.from_on,
            until_on=product.until_on,
        )
        for plan in arrived
        for product in plan.products
    )
    for row in rows:
        record(row, Event.PLAN_ADDED, by=by, at=at, line_of_business=row.line_of_business)
    return rows


@action
def add_ipas(ipas: Iterable[NewIpa], *, by: Actor, at: datetime) -> list[Ipa]:
    """Write IPAs, each with a line on its timeline."""
    rows = [
        Ipa(
            id=ipa.id,
            tenant_id=by.tenant_id,
            key=ipa.key,
            name=ipa.name,
            legal_name=ipa.legal_name,
            notice_identity=ipa.notice_identity,
            address=ipa.address,
            state=ipa.state,
        )
        for ipa in ipas
    ]
    Ipa.objects.bulk_create(rows)
    for row in rows:
        record(row, Event.IPA_ADDED, by=by, at=at)
    return rows


@action
def add_delegation_terms(terms: Iterable[NewTerm], *, by: Actor, at: datetime) -> list[Delegation]:
    """Write terms, each with a line on its plan's timeline.

    Raises IntegrityError when two terms on one function would hold on the same day.
    """
    rows = [
        Delegation(
            tenant_id=by.tenant_id,
            plan_id=term.plan_id,
            ipa_id=term.ipa_id,
            function=term.function,
            delegated=term.delegated,
            from_on=term.from_on,
            until_on=term.until_on,
        )
        for term in terms
    ]
    Delegation.objects.bulk_create(rows)
    for row in rows:
        record(
            HealthPlan(id=row.plan_id, tenant_id=by.tenant_id),
            Event.TERM_ADDED,
            by=by,
            at=at,
            ipa=str(row.ipa_id),
            function=row.function,
            delegated=row.delegated,
        )
    return rows
