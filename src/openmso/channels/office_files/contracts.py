"""Load contracts: compare the sheets with what the office has, and hand the rest to one action."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from openmso.roster.plans.actions.add_contracts import NewIpa, NewPlan, NewProduct, NewTerm
from openmso.roster.plans.actions.take_over_contracts import ContractChanges, take_over_contracts
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.standards.identifiers.row_id import new_id

from . import contracts_sheets as sheets
from .contracts_compared import compare_ipas, compare_plans, settle_products, settle_terms
from .outcome import LoadOrder, Outcome, one_load_at_a_time
from .rows import Taken, all_known, taken
from .sheet import Sheet
from .sheets_of_a_folder import read_sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Everything the sheets say."""

    ipas: list[Taken[sheets.IpaRow]]
    plans: list[Taken[sheets.PlanRow]]
    products: list[Taken[sheets.ProductRow]]
    terms: list[Taken[sheets.TermRow]]


def load_contracts(place: Path, order: LoadOrder) -> Outcome:
    """Take over the sheets at `place`, a folder or one of them. With any fault nothing is written.

    Raises NoSheet when there is nothing to read.
    """
    found = read_sheets(place, sheets.SHEETS)
    outcome = Outcome()
    said = _said(found, outcome)
    with one_load_at_a_time(order.tenant_id):
        order.progress("comparing contracts")
        changes = _compared(said, order.tenant_id, outcome)
        if outcome.may_be_written(order):
            order.progress("writing contracts", outcome.changes)
            take_over_contracts(changes, by=order.by, at=order.at)
    return outcome


def _said(found: Mapping[str, Sheet], outcome: Outcome) -> _Said:
    return _Said(
        ipas=taken(found[sheets.IPAS], sheets.ipa_row, outcome),
        plans=taken(found[sheets.PLANS], sheets.plan_row, outcome),
        products=taken(found[sheets.PRODUCTS], sheets.product_row, outcome),
        terms=taken(found[sheets.DELEGATION], sheets.term_row, outcome),
    )


def _compared(said: _Said, tenant_id: UUID, outcome: Outcome) -> ContractChanges:
    ipas = {ipa.key: ipa for ipa in Ipa.objects.filter(tenant_id=tenant_id)}
    plans = {plan.key: plan for plan in HealthPlan.objects.filter(tenant_id=tenant_id)}
    new_ipas, corrected = compare_ipas(said.ipas, ipas, outcome)
    new_plans, ended = compare_plans(said.plans, plans, outcome)
    ipa_ids = {key: ipa.id for key, ipa in ipas.items()} | {row.key: new_id() for row in new_ipas}
    plan_ids = {key: each.id for key, each in plans.items()}
    plan_ids |= {row.key: new_id() for row in new_plans}
    # A row that could not be read has its own fault; what names it is not wrong besides.
    if not outcome.faults:
        all_known(said.products, "plan", lambda row: row.plan, plan_ids, outcome)
        all_known(said.terms, "plan", lambda row: row.plan, plan_ids, outcome)
        all_known(said.terms, "IPA", lambda row: row.ipa, ipa_ids, outcome)
    products = settle_products(said.products, tenant_id, outcome)
    terms = settle_terms(said.terms, tenant_id, outcome)
    if outcome.faults:
        return ContractChanges()
    return ContractChanges(
        ipas=tuple(_new_ipa(row, ipa_ids[row.key]) for row in new_ipas),
        corrected_ipas=corrected,
        plans=tuple(_new_plan(row, plan_ids[row.key]) for row in new_plans),
        ended_plans=ended,
        products=tuple(
            (
                plan_ids[each.row.plan],
                NewProduct(
                    name=each.row.name,
                    takes_part=each.row.takes_part,
                    from_on=each.row.from_on,
                    until_on=products.new[each.line],
                ),
            )
            for each in said.products
            if each.line in products.new
        ),
        ended_products=products.ended,
        terms=tuple(
            NewTerm(
                plan_id=plan_ids[each.row.plan],
                ipa_id=ipa_ids[each.row.ipa],
                function=each.row.function,
                delegated=each.row.delegated,
                from_on=each.row.from_on,
                until_on=terms.new[each.line],
            )
            for each in said.terms
            if each.line in terms.new
        ),
        ended_terms=terms.ended,
    )


def _new_ipa(row: sheets.IpaRow, id_: UUID) -> NewIpa:
    papers = {"legal_name": row.name} | row.papers
    return NewIpa(id=id_, key=row.key, name=row.name, state=row.state, **papers)


def _new_plan(row: sheets.PlanRow, id_: UUID) -> NewPlan:
    return NewPlan(
        id=id_,
        key=row.key,
        name=row.name,
        line_of_business=row.line_of_business,
        state=row.state,
        funding=row.funding,
        licensed_plan=row.licensed_plan,
        pays_before=row.pays_before,
        from_on=row.from_on,
        until_on=row.until_on,
    )
