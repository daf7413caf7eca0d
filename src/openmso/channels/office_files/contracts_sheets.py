"""The sheets of contracts: IPAs, plans, their products, and who performs what (delegation)."""

from dataclasses import dataclass
from datetime import date

from openmso.roster.plans.models import Delegation, HealthPlan, Ipa, LineOfBusiness, PlanProduct

from .cells import Cells
from .sheet import Columns

IPAS, PLANS, PRODUCTS, DELEGATION = "ipas.csv", "plans.csv", "products.csv", "delegation.csv"
SHEETS = {
    IPAS: Columns(
        needed=("key", "name", "state"), optional=("legal_name", "notice_identity", "address")
    ),
    PLANS: Columns(
        needed=("key", "name", "line_of_business", "state", "from_on"),
        optional=("funding", "licensed_plan", "pays_before", "until_on"),
    ),
    PRODUCTS: Columns(needed=("plan", "name", "takes_part", "from_on"), optional=("until_on",)),
    DELEGATION: Columns(
        needed=("plan", "ipa", "function", "delegated", "from_on"), optional=("until_on",)
    ),
}
_PLACES_IN_ORDER = 99
# What a sheet may set right afterwards: how an IPA signs and where it sits, not who it is.
CORRECTABLE = ("legal_name", "notice_identity", "address")


@dataclass(frozen=True, slots=True, kw_only=True)
class IpaRow:
    key: str
    name: str
    state: str
    papers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    key: str
    name: str
    line_of_business: str
    state: str
    funding: str
    licensed_plan: bool
    pays_before: int
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    plan: str
    name: str
    takes_part: bool
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    plan: str
    ipa: str
    function: str
    delegated: bool
    from_on: date
    until_on: date | None


def ipa_row(cells: Cells) -> IpaRow:
    papers = {name: cells.text(name, Ipa) for name in CORRECTABLE if cells.has(name)}
    name = cells.text("name", Ipa)
    if not papers.get("legal_name", name):
        papers["legal_name"] = name
    return IpaRow(key=cells.key("key", Ipa), name=name, state=cells.state("state"), papers=papers)


def plan_row(cells: Cells) -> PlanRow:
    from_on, until_on = cells.days()
    return PlanRow(
        key=cells.key("key", HealthPlan),
        name=cells.text("name", HealthPlan),
        line_of_business=cells.one_of("line_of_business", LineOfBusiness.values),
        state=cells.state("state"),
        funding=cells.one_of(
            "funding", HealthPlan.Funding.values, otherwise=HealthPlan.Funding.INSURED.value
        ),
        licensed_plan=cells.yes("licensed_plan", otherwise=True),
        pays_before=cells.whole_number("pays_before", 1, _PLACES_IN_ORDER, otherwise=50),
        from_on=from_on,
        until_on=until_on,
    )


def product_row(cells: Cells) -> ProductRow:
    from_on, until_on = cells.days()
    return ProductRow(
        plan=cells.text("plan", HealthPlan, "key"),
        name=cells.text("name", PlanProduct),
        takes_part=cells.yes("takes_part"),
        from_on=from_on,
        until_on=until_on,
    )


def term_row(cells: Cells) -> TermRow:
    from_on, until_on = cells.days()
    return TermRow(
        plan=cells.text("plan", HealthPlan, "key"),
        ipa=cells.text("ipa", Ipa, "key"),
        function=cells.one_of("function", Delegation.Function.values),
        delegated=cells.yes("delegated"),
        from_on=from_on,
        until_on=until_on,
    )
