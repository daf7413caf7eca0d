"""Who decides for a plan and an IPA on a day: the term says it, or nobody did."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from factories.roster import make_delegation, make_ipa, make_plan, make_tenant
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation, HealthPlan, PlanProduct
from openmso.roster.plans.queries import delegation_on, ipas_of, plans_of, products_on

pytestmark = pytest.mark.django_db
MAY_4 = date(2026, 5, 4)
UM = Delegation.Function.UTILIZATION_MANAGEMENT


@pytest.mark.requirement("S003-04")
def test_the_term_of_the_day_says_who_decides() -> None:
    office = make_tenant()
    plan, ipa = make_plan(office), make_ipa(office)
    make_delegation(plan, ipa, delegated=True, until_on=MAY_4)
    make_delegation(plan, ipa, delegated=False, from_on=MAY_4)

    before = delegation_on(office.id, plan.id, ipa.id, UM, date(2026, 5, 3))
    after = delegation_on(office.id, plan.id, ipa.id, UM, MAY_4)

    assert (before.decided_by, after.decided_by) == (DecidedBy.US, DecidedBy.PLAN)
    assert after.term is not None
    assert after.term.from_on == MAY_4


def test_without_a_term_nobody_has_said_it() -> None:
    office = make_tenant()
    plan, ipa = make_plan(office), make_ipa(office)

    answer = delegation_on(office.id, plan.id, ipa.id, UM, MAY_4)

    assert answer.decided_by == DecidedBy.NOBODY_SAID
    assert answer.term is None


def test_two_terms_about_one_function_never_hold_on_one_day() -> None:
    office = make_tenant()
    plan, ipa = make_plan(office), make_ipa(office)
    make_delegation(plan, ipa)

    with pytest.raises(IntegrityError, match="one_term_a_day"), transaction.atomic():
        make_delegation(plan, ipa, delegated=False, from_on=MAY_4)


@pytest.mark.requirement("S002-81")
def test_contracted_plans_are_listed_for_the_day() -> None:
    office = make_tenant()
    now, ended = make_plan(office), make_plan(office, until_on=MAY_4)
    make_plan(make_tenant())

    assert plans_of(office.id, MAY_4) == [now]
    assert set(plans_of(office.id, date(2026, 5, 3))) == {now, ended}


@pytest.mark.requirement("S002-82")
def test_taking_part_may_hold_for_one_product_and_not_for_another() -> None:
    office = make_tenant()
    plan = make_plan(office)
    for name, takes_part in (("Standard", True), ("Select", False)):
        PlanProduct.objects.create(
            tenant=office, plan=plan, name=name, takes_part=takes_part, from_on=MAY_4
        )

    known = {product.name: product.takes_part for product in products_on(office.id, plan.id, MAY_4)}

    assert known == {"Standard": True, "Select": False}
    assert products_on(office.id, plan.id, date(2026, 5, 3)) == []


@pytest.mark.requirement("S004-13")
def test_a_plan_says_that_the_employer_pays_directly() -> None:
    plan = make_plan(make_tenant(), "KK", funding=HealthPlan.Funding.SELF_FUNDED)

    assert HealthPlan.objects.get(id=plan.id).get_funding_display() == "The employer pays directly"


@pytest.mark.requirement("S003-45")
def test_notices_carry_the_identity_of_the_deciding_body() -> None:
    office = make_tenant()
    plain, named = make_ipa(office), make_ipa(office, notice_identity="Office, for an IPA")

    assert plain.signs_as == plain.legal_name
    assert named.signs_as == "Office, for an IPA"
    assert set(ipas_of(office.id)) == {plain, named}
