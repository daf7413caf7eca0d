"""The page "What can I do about a no?": plain, whole in two languages, and it keeps nothing."""

import ast
import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from factories.remedies import without_names
from openmso.casework.remedies.table import default_table
from openmso.channels.public_site import what_can_i_do
from openmso.channels.ui.catalogs import LOCALE, catalog_of
from openmso.channels.ui.presenters import remedies
from openmso.office.content.models import ContactLine
from openmso.office.letters.reading_level import reading_grade
from openmso.office.tenants.models import Tenant
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

ADDRESS = "/what-can-i-do/"
ASKED = [one for one in default_table().questions.values() if not one.by_office]
NOTHING_KNOWN = {one.id: "unknown" for one in ASKED if one.kind in ("one_of", "yes_no")}
MEDI_CAL = NOTHING_KNOWN | {
    "coverage": "KK-MEDI-CAL",
    "decision": "deny",
    "basis": "MEDICAL-NECESSITY",
    "provider_link": "RECOMMENDED",
    "urgent": "no",
    "grievance": "answered",
    "grievance_filed_at": "09/10/2026",
    "grievance_answered_at": "10/05/2026",
    "grievance_result": "upheld",
    "state_hearing": "none",
}
MOST = 6.0


@pytest.fixture(autouse=True)
def office() -> Tenant:
    office = Tenant.objects.create(
        key="harborview", name="Harborview", legal_name="Harborview, Inc.", state="CA",
        time_zone="America/Los_Angeles",
    )  # fmt: skip
    ContactLine.objects.create(
        tenant=office, purpose="member_services", label="Members", label_es="Miembros",
        voice="+12135550110", from_on=date(2020, 1, 1),
    )  # fmt: skip
    return office


def main_of(page: str) -> str:
    found = re.search(r"<main.*?</main>", page, re.DOTALL)
    assert found
    return found[0]


def asked(client: Client, answers: Mapping[str, object], language: str = "en") -> str:
    client.cookies["django_language"] = language
    with time_machine.travel("2026-11-22T20:00:00Z", tick=False):
        page = client.post(ADDRESS, answers)
    assert page.status_code == 200
    return page.content.decode()


def sentences(html: str) -> str:
    html = re.sub(
        r"<(code|time|span lang|ul lang).*?</(code|time|span|ul)>", "it", html, flags=re.S
    )
    blocks = re.findall(r"<(p|li|h1|h2|legend|label|dd)\b[^>]*>(.*?)</\1>", html, re.DOTALL)
    texts = (" ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split()) for _, text in blocks)
    return "\n".join(without_names(text) for text in texts if text)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.requirement("S004-29")
def test_the_questions_stand_open_to_everybody(client: Client, language: str) -> None:
    client.cookies["django_language"] = language

    page = client.get(ADDRESS)

    html = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert_ids_resolve(html)
    assert_nothing_inline(html)
    definition = {
        "en": "a serious and immediate threat to your health",
        "es": "una amenaza grave e inmediata para su salud",
    }
    assert definition[language] in html
    assert "Knox-Keene" not in html


@pytest.mark.requirement("S004-01", "S004-02", "S004-05", "S004-06")
def test_a_medi_cal_member_sees_both_ways_and_both_last_days(client: Client) -> None:
    html = asked(client, MEDI_CAL)

    assert "April 5, 2027" in html
    assert "February 2, 2027" in html
    assert "IMR: April 5, 2027. State Hearing: February 2, 2027." in html
    assert "you may lose IMR" in html
    assert "(213) 555-0110" in html
    assert "HSC 1374.30(k)" in html
    assert 'href="/rulebook/IMR-FILE-6M/"' in html
    assert html.index("Open now") < html.index("Perhaps")
    assert_ids_resolve(html)
    assert_nothing_inline(html)


@pytest.mark.requirement("S004-05")
def test_the_same_in_spanish(client: Client) -> None:
    html = asked(client, MEDI_CAL, "es")

    assert "5 de abril de 2027" in html
    assert "puede perder la IMR" in html
    assert "Abierto ahora" in html
    assert "Quién decide" in html


@pytest.mark.requirement("S004-32")
@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("Papers you send", "Papers your doctor writes", "Papers your plan must send")),
        ("es", ("Papeles que envía usted", "Papeles que escribe su doctor",
                "Papeles que debe enviar su plan")),
    ],
)  # fmt: skip
def test_the_papers_for_review_stand_by_who_of_the_three_owes_them(
    client: Client, language: str, headings: tuple[str, ...]
) -> None:
    html = asked(client, MEDI_CAL | {"urgent": "yes", "papers": ["plan_letters"]}, language)

    places = [html.index(f"<dt>{heading}</dt>") for heading in headings]
    member, doctor, plan, end = (*places, html.index("</dl>", places[2]))
    texts = default_table().papers
    in_words = {name: paper.says.in_language(language) for name, paper in texts.items()}
    assert in_words["imr_form"] in html[member:doctor]
    assert in_words["plan_letters"] not in html[member:end]
    assert in_words["urgency_certificate"] in html[doctor:plan]
    assert in_words["plan_records"] in html[plan:end]


@pytest.mark.requirement("S004-03")
def test_the_state_hearing_office_s_number_is_the_office_s_own_setting(
    client: Client, office: Tenant
) -> None:
    assert "213-555-0177" not in asked(client, MEDI_CAL)
    ContactLine.objects.create(
        tenant=office, purpose="state_hearing", label="State Hearing office",
        voice="+12135550177", from_on=date(2020, 1, 1),
    )  # fmt: skip

    html = asked(client, MEDI_CAL)

    hearing = html[html.index('id="state_hearing"') :].split("</section>")[0]
    assert "(213) 555-0177" in hearing


@pytest.mark.requirement("S004-09")
def test_who_helps_from_outside_is_called_on_the_days_of_its_contract_only(
    client: Client, office: Tenant
) -> None:
    for voice, from_on, until_on in (
        ("+12135550178", date(2020, 1, 1), date(2026, 11, 1)),
        ("+12135550179", date(2026, 11, 1), None),
    ):
        ContactLine.objects.create(
            tenant=office, purpose="outside_help", label="Free help", voice=voice,
            from_on=from_on, until_on=until_on,
        )  # fmt: skip

    html = asked(client, MEDI_CAL)

    person = html[html.index('id="ask_a_person"') :].split("</section>")[0]
    assert "(213) 555-0179" in person
    assert "(213) 555-0178" not in html


@pytest.mark.django_db(False)
def test_every_line_that_a_remedy_shows_is_a_purpose_there_is() -> None:
    lines = {row.line for row in default_table().remedies} - {""}

    assert {"state_hearing", "regulator"} <= lines <= set(ContactLine.Purpose.values)


def test_somebody_who_knows_nothing_still_gets_a_way_to_go_on(client: Client) -> None:
    html = asked(client, NOTHING_KNOWN)

    assert "Ask your plan to change its answer" in html
    assert "Talk to a person" in html


def test_nothing_about_the_asker_is_kept_put_into_an_address_or_printed(client: Client) -> None:
    html = asked(client, MEDI_CAL)
    with time_machine.travel("2026-11-22T20:00:00Z", tick=False):
        answer = client.post(ADDRESS, MEDI_CAL)

    assert "no-store" in answer.headers["Cache-Control"]
    assert "sessionid" not in answer.cookies
    assert "Printed on" not in html
    assert not re.search(rf'(?:href|action)="{ADDRESS}[^"]', html)
    assert '<div class="no-print"><details>' in html
    again = client.get(ADDRESS).content.decode()
    assert "10/05/2026" not in again


def test_a_question_in_the_address_is_no_question(client: Client) -> None:
    html = client.get(ADDRESS, {"coverage": "KK-MEDI-CAL"}).content.decode()

    assert 'value="KK-MEDI-CAL" id="id_coverage_1" checked' not in " ".join(html.split())
    assert "What you can do</h1>" not in html


def test_mistakes_stand_beside_their_fields_and_nothing_typed_is_lost(client: Client) -> None:
    with time_machine.travel("2026-11-22T20:00:00Z", tick=False):
        page = client.post(
            ADDRESS,
            MEDI_CAL | {"notice_on": "13/40/2026", "grievance_answered_at": "09/09/2026",
                        "applied_at": "12/24/2026"},
        )  # fmt: skip

    html = page.content.decode()
    assert page.status_code == 422
    assert "There is no month 13" in html
    assert "This is before the day you asked" in html
    assert "This day is still to come" in html
    assert 'value="13/40/2026"' in html
    assert_ids_resolve(html)


def test_a_made_up_answer_is_refused_beside_its_field(client: Client) -> None:
    page = client.post(ADDRESS, MEDI_CAL | {"coverage": "<script>"})

    assert page.status_code == 422
    assert "Choose one of the answers shown." in page.content.decode()


@pytest.mark.parametrize("coverage", sorted(default_table().questions["coverage"].values))
@pytest.mark.requirement("S004-04")
def test_every_answer_reads_at_grade_six_or_below(client: Client, coverage: str) -> None:
    html = main_of(asked(client, MEDI_CAL | {"coverage": coverage})).split("no-print")[0]

    text = sentences(html)

    assert reading_grade(text) <= MOST, f"{reading_grade(text):.1f}\n{text}"


def test_the_questions_read_at_grade_six_or_below(client: Client) -> None:
    text = sentences(main_of(client.get(ADDRESS).content.decode()))

    assert len(text.split()) > 300
    assert reading_grade(text) <= MOST, f"{reading_grade(text):.1f}\n{text}"


@pytest.mark.django_db(False)
def test_every_sentence_of_the_page_s_own_is_translated() -> None:
    spanish = catalog_of(LOCALE / "es")
    texts = {
        str(call.args[0].value)
        for module in (*Path(what_can_i_do.__file__).parent.glob("*.py"), Path(remedies.__file__))
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "_"
        and isinstance(call.args[0], ast.Constant)
    }

    assert len(texts) > 15
    assert not {text for text in texts if text not in spanish}


def test_the_page_asks_the_database_little(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(ADDRESS)

    with django_assert_max_num_queries(4):
        client.post(ADDRESS, NOTHING_KNOWN)
