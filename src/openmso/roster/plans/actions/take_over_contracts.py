"""A set of papers is taken over: everything they change about contracts, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from .add_contracts import (
    NewIpa,
    NewPlan,
    NewProduct,
    NewTerm,
    add_delegation_terms,
    add_ipas,
    add_plans,
)
from .change_contracts import (
    add_products,
    correct_ipa,
    end_delegation_term,
    end_plan,
    end_product,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractChanges:
    """Everything one set of papers changes. New ends, by row, are first days without the row;
    `corrected_ipas` are the fields of an IPA that read otherwise now."""

    ipas: tuple[NewIpa, ...] = ()
    corrected_ipas: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)
    plans: tuple[NewPlan, ...] = ()
    ended_plans: Mapping[UUID, date] = field(default_factory=dict)
    products: tuple[tuple[UUID, NewProduct], ...] = ()
    ended_products: Mapping[UUID, date] = field(default_factory=dict)
    terms: tuple[NewTerm, ...] = ()
    ended_terms: Mapping[UUID, date] = field(default_factory=dict)


@action
def take_over_contracts(changes: ContractChanges, *, by: Actor, at: datetime) -> None:
    """Write all of it or nothing. What ends ends before what follows it begins.

    Call it with something to write. Raises IntegrityError when two terms on one function would
    hold on the same day.
    """
    if changes.ipas:
        add_ipas(changes.ipas, by=by, at=at)
    for ipa_id, fields in changes.corrected_ipas.items():
        correct_ipa(ipa_id, fields, by=by, at=at)
    if changes.plans:
        add_plans(changes.plans, by=by, at=at)
    for plan_id, until_on in changes.ended_plans.items():
        end_plan(plan_id, until_on, by=by, at=at)
    for product_id, until_on in changes.ended_products.items():
        end_product(product_id, until_on, by=by, at=at)
    if changes.products:
        add_products(changes.products, by=by, at=at)
    for term_id, until_on in changes.ended_terms.items():
        end_delegation_term(term_id, until_on, by=by, at=at)
    if changes.terms:
        add_delegation_terms(changes.terms, by=by, at=at)
