"""Contracts come in from sheets: once, dated, and all or nothing."""

from datetime import date
from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.roster import make_delegation, make_ipa, make_plan, make_tenant
from openmso.channels.office_files.contracts import load_contracts
from openmso.channels.office_files.outcome import Outcome
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation, HealthPlan, Ipa, PlanProduct
from openmso.roster.plans.queries import delegation_on, products_on

pytestmark = pytest.mark.django_db

PLANS = "key,name,line_of_business,state,from_on"
TERMS = "plan,ipa,function,delegated,from_on,until_on"
UM = "utilization_management"


@pytest.fixture
def office() -> Tenant:
    office = make_tenant()
    make_ipa(office, key="north", name="Northern Doctors")
    make_plan(office, key="poplar", name="Poplar", line_of_business="MEDI-CAL", state="CA")
    return office


def refused(outcome: Outcome) -> list[str]:
    return [str(fault) for fault in outcome.faults]


def who_decides(office: Tenant, on: date) -> DecidedBy:
    plan, ipa = HealthPlan.objects.get(tenant=office), Ipa.objects.get(tenant=office)
    return delegation_on(office.id, plan.id, ipa.id, UM, on).decided_by


@pytest.mark.requirement("S003-04")
def test_a_new_term_ends_the_one_before_it_on_the_day_before_and_both_are_told(
    office: Tenant, tmp_path: Path
) -> None:
    first = f"poplar,north,{UM},yes,2026-01-01,"
    load_contracts(written(tmp_path, "delegation.csv", TERMS, first), order_for(office))

    second = f"poplar,north,{UM},no,2027-01-01,"
    outcome = load_contracts(
        written(tmp_path, "delegation.csv", TERMS, first, second),
        order_for(office, minutes_later=5),
    )

    assert who_decides(office, date(2026, 12, 31)) is DecidedBy.US
    assert who_decides(office, date(2027, 1, 1)) is DecidedBy.PLAN
    counted = outcome.counts["delegation terms"]
    assert (counted.added, counted.ended, counted.known) == (1, 1, 0)
    told = history(office.id, HealthPlan.objects.get(tenant=office).id)
    assert [line.name for line in told] == [
        "plan.delegation_term_added",
        "plan.delegation_term_ended",
        "plan.delegation_term_added",
    ]
    assert {line.actor_name for line in told} == {"Otto Operator"}


def test_a_plan_s_contract_ends_and_its_products_come_and_go(
    office: Tenant, tmp_path: Path
) -> None:
    written(tmp_path, "plans.csv", PLANS, "star,Evening Star,MA,CA,2026-01-01")
    written(tmp_path, "products.csv", "plan,name,takes_part,from_on", "star,Classic,yes,2026-01-01")
    load_contracts(tmp_path, order_for(office))

    written(
        tmp_path,
        "plans.csv",
        f"{PLANS},until_on",
        "star,Evening Star,MA,CA,2026-01-01,2027-07-01",
    )
    written(tmp_path, "products.csv", "plan,name,takes_part,from_on", "star,Classic,no,2027-01-01")
    load_contracts(tmp_path, order_for(office))

    plan = HealthPlan.objects.get(tenant=office, key="star")
    assert plan.until_on == date(2027, 7, 1)
    assert [each.takes_part for each in products_on(office.id, plan.id, date(2026, 5, 4))] == [True]
    assert [each.takes_part for each in products_on(office.id, plan.id, date(2027, 5, 4))] == [
        False
    ]
    assert {line.name for line in history(office.id, plan.id)} == {
        "plan.added",
        "plan.ended",
        "plan.product_added",
        "plan.product_ended",
    }


def test_an_ipa_s_papers_are_set_right_and_its_timeline_keeps_what_stood_there(
    office: Tenant, tmp_path: Path
) -> None:
    sheet = ("key,name,state,legal_name", "north,Northern Doctors,CA,Northern Doctors Corporation")

    load_contracts(written(tmp_path, "ipas.csv", *sheet), order_for(office))
    again = load_contracts(tmp_path, order_for(office))

    ipa = Ipa.objects.get(tenant=office)
    (line,) = history(office.id, ipa.id)
    assert ipa.legal_name == "Northern Doctors Corporation"
    assert line.details["after"] == {"legal_name": "Northern Doctors Corporation"}
    assert line.details["before"] != line.details["after"]
    assert again.changes == 0


@pytest.mark.parametrize(
    ("sheet", "heading", "row", "sentence"),
    [
        ("plans.csv", PLANS, "x,Xylo,HMO,CA,2026-01-01", 'There is no line_of_business "HMO"'),
        ("plans.csv", PLANS, "x,Poplar,MA,CA,2026-01-01", 'belongs to the plan "poplar" already'),
        ("plans.csv", PLANS, "poplar,Poplar,MA,CA,2020-01-01", "with another line_of_business"),
        ("ipas.csv", "key,name,state", "north,Other,CA", 'an IPA "north" with another name.'),
        ("delegation.csv", TERMS, f"popular,north,{UM},yes,2026-01-01,", 'you mean "poplar"?'),
        ("delegation.csv", TERMS, f"poplar,south,{UM},yes,2026-01-01,", 'no IPA "south"'),
        ("delegation.csv", TERMS, "poplar,north,um,yes,2026-01-01,", 'There is no function "um"'),
        ("delegation.csv", TERMS, f"poplar,north,{UM},1,2026-01-01,", "must be yes or no"),
        ("delegation.csv", TERMS, f"poplar,north,{UM},yes,2026-01-01,2025-01-01", "must come aft"),
        (
            "delegation.csv",
            TERMS,
            f"poplar,north,{UM},no,2020-01-01,",
            "The office has another row",
        ),
    ],
)
def test_a_fault_is_told_with_file_and_line_and_nothing_at_all_is_written(
    office: Tenant, tmp_path: Path, sheet: str, heading: str, row: str, sentence: str
) -> None:
    make_delegation(HealthPlan.objects.get(tenant=office), Ipa.objects.get(tenant=office))
    written(tmp_path, "products.csv", "plan,name,takes_part,from_on", "poplar,A,yes,2026-01-01")
    written(tmp_path, sheet, heading, row)

    (told,) = refused(load_contracts(tmp_path, order_for(office)))

    assert told.startswith(f"{sheet}:2: ")
    assert sentence in told
    assert HealthPlan.objects.filter(tenant=office).count() == 1
    assert not PlanProduct.objects.filter(tenant=office).exists()


def test_the_same_key_twice_in_a_sheet_is_told(office: Tenant, tmp_path: Path) -> None:
    row = "star,Evening Star,MA,CA,2026-01-01"
    written(tmp_path, "plans.csv", PLANS, row, row)

    assert refused(load_contracts(tmp_path, order_for(office))) == [
        'plans.csv:3: The same key "star" stands in line 2 already.'
    ]


def test_another_office_s_plan_and_terms_are_neither_seen_nor_touched(
    office: Tenant, tmp_path: Path
) -> None:
    other = make_tenant()
    make_delegation(make_plan(other, key="poplar"), make_ipa(other, key="north"))
    written(tmp_path, "delegation.csv", TERMS, f"poplar,north,{UM},no,2026-01-01,")

    load_contracts(tmp_path, order_for(office))

    assert who_decides(other, date(2026, 5, 4)) is DecidedBy.US
    assert who_decides(office, date(2026, 5, 4)) is DecidedBy.PLAN
    assert Delegation.objects.filter(tenant=other).get().until_on is None


def test_a_preview_counts_and_writes_nothing(office: Tenant, tmp_path: Path) -> None:
    written(tmp_path, "plans.csv", PLANS, "star,Evening Star,MA,CA,2026-01-01")

    outcome = load_contracts(tmp_path, order_for(office, preview=True))

    assert outcome.counts["health plans"].added == 1
    assert not HealthPlan.objects.filter(key="star").exists()
