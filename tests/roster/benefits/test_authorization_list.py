"""Does a service need an authorization? The dated list answers, or says that nobody has."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.roster import make_list_entry, make_plan, make_tenant
from openmso.roster.benefits.domain.authorization_list import ListAnswer
from openmso.roster.benefits.domain.exemptions import ExemptBecause, exemption_for
from openmso.roster.benefits.queries import authorization_answer, authorization_answers

pytestmark = pytest.mark.django_db
MAY_4 = date(2026, 5, 4)


def test_a_plans_own_row_comes_before_the_one_of_its_line_of_business() -> None:
    office = make_tenant()
    plan, other = make_plan(office), make_plan(office)
    make_list_entry(office, "E0601", "required")
    make_list_entry(office, "E0601", "not_required", plan=plan)

    own = authorization_answer(office.id, plan.id, "MA", "e0601", MAY_4)
    general = authorization_answer(office.id, other.id, "MA", "E0601", MAY_4)

    assert (own.answer, general.answer) == (ListAnswer.NOT_REQUIRED, ListAnswer.REQUIRED)


def test_the_row_of_the_day_of_service_answers() -> None:
    office = make_tenant()
    plan = make_plan(office)
    make_list_entry(office, "E0730", "required", until_on=MAY_4, source="old list")
    make_list_entry(office, "E0730", "not_required", from_on=MAY_4, source="new list")

    before = authorization_answer(office.id, plan.id, "MA", "E0730", date(2026, 5, 3))
    after = authorization_answer(office.id, plan.id, "MA", "E0730", MAY_4)

    assert (before.answer, before.source) == (ListAnswer.REQUIRED, "old list")
    assert (after.answer, after.source) == (ListAnswer.NOT_REQUIRED, "new list")


def test_what_is_not_listed_is_answered_by_the_row_for_any_service_only() -> None:
    office = make_tenant()
    plan = make_plan(office)

    nobody_said = authorization_answer(office.id, plan.id, "MA", "K0001", MAY_4)
    make_list_entry(office, "*", "not_required")
    make_list_entry(office, "E0601", "plan_decides")
    default = authorization_answer(office.id, plan.id, "MA", "K0001", MAY_4)
    listed = authorization_answer(office.id, plan.id, "MA", "E0601", MAY_4)

    assert nobody_said.answer == ListAnswer.NOT_LISTED
    assert (default.answer, default.by_default_row) == (ListAnswer.NOT_REQUIRED, True)
    assert listed.answer == ListAnswer.PLAN_DECIDES


def test_another_offices_list_says_nothing_here() -> None:
    office, other = make_tenant(), make_tenant()
    make_list_entry(other, "E0601")

    answer = authorization_answer(office.id, make_plan(office).id, "MA", "E0601", MAY_4)

    assert answer.answer == ListAnswer.NOT_LISTED


def test_the_answer_carries_everything_the_review_needs() -> None:
    office = make_tenant()
    entry = make_list_entry(
        office,
        "S9131",
        criteria_key="home_therapy",
        review_specialties=["208100000X"],
        auto_approve=True,
        auto_approve_rule="when every criterion is met",
    )

    answer = authorization_answer(office.id, make_plan(office).id, "MA", "S9131", MAY_4)

    assert answer.entry_id == entry.id
    assert answer.criteria_key == "home_therapy"
    assert answer.review_specialties == ("208100000X",)
    assert answer.auto_approve
    assert answer.auto_approve_rule == "when every criterion is met"


def test_several_services_are_one_query() -> None:
    office = make_tenant()
    plan = make_plan(office)
    make_list_entry(office, "E0601")

    with CaptureQueriesContext(connection) as statements:
        answers = authorization_answers(office.id, plan.id, "MA", ["E0601", "K0001"], MAY_4)

    assert len(statements) == 1
    assert list(answers) == ["E0601", "K0001"]


def test_emergency_care_is_exempt_by_the_rule_that_is_named() -> None:
    exempt = exemption_for(emergency=True, emergency_rule_id="A-RULE")

    assert exempt is not None
    assert (exempt.because, exempt.rule_id) == (ExemptBecause.EMERGENCY, "A-RULE")
    assert exemption_for(emergency=False, emergency_rule_id="A-RULE") is None
