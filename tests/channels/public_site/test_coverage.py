"""Questions about coverage go to the plan, with the plan's own number."""

from datetime import date

import pytest
from django.test import Client

from factories.access import make_account, sign_in
from factories.prior_auth import make_world
from factories.roster import make_plan, make_tenant
from openmso.office.access.roles import Role
from openmso.office.content.models import ContactLine
from openmso.roster.plans.models import HealthPlan

pytestmark = pytest.mark.django_db


def give_line(plan: HealthPlan, voice: str, **given: object) -> None:
    fields = {
        "purpose": "member_services",
        "label": "Members",
        "label_es": "Miembros",
        "from_on": date(2020, 1, 1),
    }
    ContactLine.objects.create(tenant=plan.tenant, plan_id=plan.id, voice=voice, **(fields | given))


@pytest.mark.requirement("S002-92")
def test_each_plan_stands_with_its_own_number_and_no_other_office_s_does(client: Client) -> None:
    office = make_tenant(key="a-first-office")
    one, other = make_plan(office, name="Plan One"), make_plan(office, name="Plan Other")
    foreign = make_plan(make_tenant(key="z-last-office"), name="Plan Foreign")
    give_line(one, "+12135550181")
    give_line(other, "+12135550182")
    give_line(other, "+12135550183", language="es")
    give_line(foreign, "+12135550184")

    html = client.get("/coverage/").content.decode()

    first, second = html.index("Plan One"), html.index("Plan Other")
    assert "(213) 555-0181" in html[first:second]
    assert "(213) 555-0182" in html[second:]
    assert "(213) 555-0183" not in html
    assert "Plan Foreign" not in html
    assert "(213) 555-0184" not in html


@pytest.mark.requirement("S002-92")
def test_a_number_may_differ_by_language(client: Client) -> None:
    plan = make_plan(make_tenant())
    give_line(plan, "+12135550182")
    give_line(plan, "+12135550183", language="es")
    client.cookies["django_language"] = "es"

    assert "(213) 555-0183" in client.get("/coverage/").content.decode()


def test_a_plan_without_a_line_sends_to_the_member_card(client: Client) -> None:
    make_plan(make_tenant(), name="Plan Silent")

    html = client.get("/coverage/").content.decode()

    assert "Plan Silent" in html
    assert "Call the number on your member card." in html


@pytest.mark.requirement("S000-54")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "addresses limits on health insurance coverage"),
        ("es", "límites de la cobertura del seguro de salud"),
    ],
)
def test_the_law_s_purpose_is_told_and_linked_from_pages_about_coverage(
    client: Client, language: str, words: str
) -> None:
    world = make_world()
    practice = sign_in(
        Client(), make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)
    )
    client.cookies["django_language"] = language
    typed = {"family_name": "Quintero", "birth_date": "03/14/1958", "for_date": "12/01/2026"}

    receipt = practice.post("/practice/eligibility/", typed, follow=True).content.decode()

    assert words in client.get("/coverage/").content.decode()
    assert 'href="/coverage/"' in receipt
    assert 'href="/coverage/"' in client.get("/contact/").content.decode()
