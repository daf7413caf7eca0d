"""Writes an invented office's plans, IPAs, terms, lists and benefit books."""

from datetime import date, datetime

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.roster.benefits.actions.add_benefits import (
    add_authorization_entries,
    add_benefit_sections,
)
from openmso.roster.plans.actions.add_contracts import (
    NewIpa,
    NewPlan,
    NewProduct,
    NewTerm,
    add_delegation_terms,
    add_ipas,
    add_plans,
)
from openmso.roster.plans.models import Delegation

from .authorization_list import authorization_list, plan_entries
from .benefit_book import benefit_book
from .histories import month_start
from .people import Region
from .written import DemoRoster

_YEARS_OF_CONTRACT = 4


def write_contracts(
    tenant: Tenant, region: Region, *, on: date, by: Actor, at: datetime
) -> DemoRoster:
    """Write everything that is agreed on paper; contracts began four years before `on`."""
    since = date(on.year - _YEARS_OF_CONTRACT, 1, 1)
    plans = [
        NewPlan(
            key=plan.key,
            name=plan.name,
            line_of_business=plan.line_of_business,
            state=region.state,
            funding=plan.funding,
            pays_before=plan.pays_before,
            from_on=since,
            products=tuple(
                NewProduct(name=name, takes_part=takes_part, from_on=since)
                for name, takes_part in plan.products
            ),
        )
        for plan in region.plans
    ]
    ipas = [
        NewIpa(
            key=ipa.key,
            name=ipa.name,
            legal_name=ipa.legal_name,
            notice_identity=ipa.notice_identity,
            address=tenant.letterhead_address,
            state=region.state,
        )
        for ipa in region.ipas
    ]
    add_plans(plans, by=by, at=at)
    add_ipas(ipas, by=by, at=at)
    written = DemoRoster(
        tenant=tenant,
        plan_ids={plan.key: plan.id for plan in plans},
        ipa_ids={ipa.key: ipa.id for ipa in ipas},
    )
    add_delegation_terms(_terms(region, written, since), by=by, at=at)
    _write_lists(region, written, on=on, by=by, at=at)
    return written


def _terms(region: Region, written: DemoRoster, since: date) -> list[NewTerm]:
    functions = (Delegation.Function.UTILIZATION_MANAGEMENT, Delegation.Function.NOTICES)
    return [
        NewTerm(
            plan_id=written.plan_ids[plan.key],
            ipa_id=written.ipa_ids[ipa.key],
            function=function.value,
            delegated=(ipa.key, function.value) not in plan.keeps,
            from_on=since,
        )
        for plan in region.plans
        for ipa in region.ipas
        for function in functions
    ]


def _write_lists(region: Region, written: DemoRoster, *, on: date, by: Actor, at: datetime) -> None:
    lines = {plan.line_of_business for plan in region.plans}
    entries = [
        *authorization_list(on, lines=lines),
        *plan_entries(on, plan_ids=written.plan_ids),
    ]
    add_authorization_entries(entries, by=by, at=at)
    last_year, next_year = month_start(on, months_back=12).year, on.year + 1
    years = tuple(range(last_year, next_year + 1))
    for plan_id in written.plan_ids.values():
        add_benefit_sections(benefit_book(plan_id, years=years), by=by, at=at)
