"""The public page of a rule: everything the rulebook knows of it, for anybody, fast."""

import ast
import csv
import io
import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from django.test import Client
from jsonschema_rs import validator_for

from openmso.channels.public_site import rulebook as pages
from openmso.channels.public_site.rulebook.sources import sources
from openmso.channels.ui.catalogs import LOCALE, catalog_of
from openmso.channels.ui.presenters.deadline import rule_href
from openmso.office.law import notices, rulebook
from openmso.office.tenants.models import Tenant
from openmso.rulebook import exporting
from openmso.rulebook.notice_words import CONTENT, ENCLOSURES, EVENTS
from openmso.rulebook.vocabulary import CheckMark
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

XSS = "<script>alert(1)</script>"


@pytest.fixture
def office() -> Tenant:
    return Tenant.objects.create(
        key="harborview", name="Harborview", legal_name="Harborview, Inc.", state="CA",
        time_zone="America/Los_Angeles",
    )  # fmt: skip


def page_of(client: Client, rule_id: str) -> str:
    answer = client.get(f"/rulebook/{rule_id}/")
    assert answer.status_code == 200, rule_id
    return answer.content.decode()


def part(html: str, heading: str) -> str:
    """Return the section with this id of its heading."""
    found = re.search(rf'<section[^>]*aria-labelledby="{heading}".*?</section>', html, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.requirement("IMP-08")
def test_every_rule_has_a_page_with_its_citation_check_mark_and_note(
    client: Client, office: Tenant
) -> None:
    book = rulebook()
    assert len(book.answers) >= 231

    for rule in book.answers.values():
        html = page_of(client, rule.id)

        for text in (rule.citation, rule.verified.meaning, rule.note, rule.event, rule.action):
            assert escape(text) in html, (rule.id, text)
        assert escape(book.questions[rule.question]) in html, rule.id
        assert (">Calculator<" in html) is rule.has_arithmetic, rule.id
        assert '<ol class="working"' in part(html, "example"), rule.id
        assert_ids_resolve(html)
        assert_nothing_inline(html)


@pytest.mark.parametrize(
    ("rule_id", "mark", "sentence"),
    [
        ("MA-OD-STD-NOPA-14", CheckMark.KNOWN, "Nobody has read this rule in the law."),
        ("MC-PA-STD-5BD", CheckMark.SECONDARY, "Nobody has read this rule in the law itself."),
        ("MC-PA-STD-14", CheckMark.STALE, "in an older text of the law"),
        ("MA-OD-STD-PA-14", CheckMark.READ, "Somebody has read this rule in the law"),
        ("SEED-POLICY-5BD", CheckMark.SEED, "It is no law."),
    ],
)
def test_a_rule_says_how_surely_it_is_known(
    client: Client, rule_id: str, mark: CheckMark, sentence: str
) -> None:
    assert rulebook().rule(rule_id).verified is mark

    html = page_of(client, rule_id)

    assert sentence in html
    warned = "rule-mark--warns" in part(html, "answer").split("<dl")[0]
    assert warned or mark in {CheckMark.READ, CheckMark.SEED}


def test_the_page_tells_who_is_meant_what_starts_and_what_meets_the_clock(client: Client) -> None:
    html = part(page_of(client, "MA-OD-STD-PA-7"), "answer")

    assert "Medicare Advantage" in html
    assert "subject to prior authorization: yes" in html
    assert "Decision notified" in html
    assert "enrollee; requesting provider" in html
    assert "14 calendar days" in html
    assert "noncontract evidence may change denial" in html
    assert "In force from January 1, 2026" in html
    assert "November 22, 2026" in html
    assert 'href="/rulebook/MA-OD-FAIL/"' in html
    assert "Silence is a denial. An appeal is open at once." in html
    assert "https://www.ecfr.gov/current/title-42/section-422.568" in html


def test_history_shows_earlier_and_later_answers_with_their_days(client: Client) -> None:
    html = part(page_of(client, "MA-OD-STD-PA-7"), "history")

    assert html.index("In force until December 31, 2025") < html.index("In force from January 1")
    assert 'href="/rulebook/MA-OD-STD-PA-14/"' in html
    assert 'aria-current="true"' in html


def test_a_rule_of_the_past_says_that_it_is_not_in_force_today(client: Client) -> None:
    assert "Not in force today." in page_of(client, "MA-OD-STD-PA-14")
    assert "Not in force today." not in page_of(client, "MA-OD-STD-PA-7")


def test_other_authorities_stand_beside_with_the_one_that_governs_and_why(
    client: Client, office: Tenant
) -> None:
    html = part(page_of(client, "MC-PA-STD-5BD"), "others")

    assert 'href="/rulebook/MC-PA-STD-7/"' in html
    assert "Due 11/27/2026 11:59 PM PST" in html
    assert "Governs: MC-PA-STD-7" in html
    assert "It is due first." in html
    assert "they start differently" in html


def test_the_example_counts_from_a_fixed_day_and_shows_the_extension_too(
    client: Client, office: Tenant
) -> None:
    html = part(page_of(client, "MA-OD-STD-PA-7"), "example")

    assert "Received 11/20/2026 4:45 PM PST (day 0)" in html
    assert "Due 11/27/2026 11:59:59 PM PST" in html
    assert "Due 12/11/2026 11:59:59 PM PST" in html


def test_the_example_of_a_past_rule_lies_in_its_own_time(client: Client, office: Tenant) -> None:
    html = part(page_of(client, "MA-OD-STD-PA-14"), "example")

    assert "Received 11/20/2025" in html
    assert "not in force" not in html


def test_special_cases_and_what_they_displace_point_at_each_other(client: Client) -> None:
    assert "AIP-IOD-STD-7" in part(page_of(client, "MA-OD-STD-PA-7"), "special")
    assert "MA-OD-STD-PA-7" in part(page_of(client, "AIP-IOD-STD-7"), "in-place")


def test_the_notices_due_by_a_rule_are_named(client: Client) -> None:
    html = part(page_of(client, "MA-OD-STD-PA-7"), "owed")

    assert 'href="/rulebook/notices/#MA-DENIAL"' in html


def test_an_unknown_rule_is_not_found_and_the_nearest_are_named(client: Client) -> None:
    answer = client.get("/rulebook/MA-OD-STD-PA-8/")

    html = answer.content.decode()
    assert answer.status_code == 404
    assert "No rule is called" in html
    assert 'href="/rulebook/MA-OD-STD-PA-7/"' in html
    assert_ids_resolve(html)


def test_a_name_in_small_letters_leads_to_the_rule(client: Client) -> None:
    answer = client.get("/rulebook/ma-od-std-pa-7/")

    assert answer.status_code == 302
    assert answer["Location"] == "/rulebook/MA-OD-STD-PA-7/"


@pytest.mark.parametrize(
    "name",
    [XSS, "%00", "%ED%A0%80", "..%2e", "a" * 100_000, "{{7*7}}", "' OR 1=1--", "%E2%80%AE" * 50],
    ids=["script", "nul", "surrogate", "dots", "long", "template", "sql", "turned"],
)
def test_a_hostile_name_is_only_not_found(client: Client, name: str) -> None:
    answer = client.get(f"/rulebook/{name.replace('/', '')}/")

    assert answer.status_code == 404
    assert "<script>alert" not in answer.content.decode()


def test_the_words_around_the_rule_are_spanish_and_say_that_the_rule_is_not(
    client: Client,
) -> None:
    client.cookies["django_language"] = "es"

    html = page_of(client, "MA-OD-STD-PA-7")

    for words in (
        "Las reglas mismas están en inglés",
        "Nadie ha leído esta regla en la ley misma",
        "En vigor desde el 1 de enero de 2026",
        "Calculadora",
        "El silencio es un no",
    ):
        assert words in html
    assert '<h1 class="rule-question" lang="en">' in html


def test_every_sentence_of_the_pages_own_is_translated() -> None:
    spanish = catalog_of(LOCALE / "es")
    texts = {
        str(call.args[0].value)
        for module in Path(pages.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "_"
        and isinstance(call.args[0], ast.Constant)
    }

    assert len(texts) > 50
    assert not {text for text in texts if text not in spanish}


def test_every_section_of_a_citation_is_a_link() -> None:
    found = sources("42 CFR 422.568(b)(1); 42 CFR 422.122; 89 FR 8758; HSC 1367.01")

    labels = ["42 CFR 422.568", "42 CFR 422.122", "HSC 1367.01"]
    assert [source.label for source in found] == labels
    assert found[0].address == "https://www.ecfr.gov/current/title-42/section-422.568"


def test_the_link_to_a_source_may_be_followed(client: Client) -> None:
    addresses = {
        source.address for rule in rulebook().answers.values() for source in sources(rule.citation)
    }

    assert len(addresses) > 50
    for address in addresses:
        assert client.get("/leaving/", {"to": address}).status_code == 200, address


def test_the_page_asks_the_database_for_the_frame_only(
    client: Client, office: Tenant, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    page_of(client, "MA-OD-STD-PA-7")

    for address in ("MA-OD-STD-PA-7/", "MA-OD-STD-PA-7/?on=11/20/2026&at=4pm&zone=UTC", "NO/"):
        with django_assert_max_num_queries(1):
            client.get(f"/rulebook/{address}")


def test_a_page_takes_less_than_a_tenth_of_a_second(client: Client, office: Tenant) -> None:
    def seconds() -> float:
        begun = perf_counter()
        page_of(client, "MC-PA-STD-7")
        return perf_counter() - begun

    seconds()

    assert min(seconds() for _ in range(10)) < 0.1


def test_a_deadline_badge_leads_here(client: Client) -> None:
    assert rule_href("MC-PA-STD-7") == "/rulebook/MC-PA-STD-7/"
    assert rule_href("") == ""


def test_the_notices_page_tells_event_recipient_content_enclosures_and_deadline(
    client: Client,
) -> None:
    html = client.get("/rulebook/notices/").content.decode()

    assert_ids_resolve(html)
    assert_nothing_inline(html)
    for notice in notices().notices.values():
        card = re.search(rf'<article[^>]*id="{notice.id}".*?</article>', html, re.DOTALL)
        assert card, notice.id
        assert escape(EVENTS[notice.event]) in html
        assert escape(notice.source) in card[0]
        assert notice.verified.meaning in card[0]
        for text in notice.says:
            assert escape(CONTENT[text]) in card[0]
        for paper in notice.encloses:
            assert escape(ENCLOSURES[paper]) in card[0]
        for rule_id in notice.deadlines:
            assert f'href="/rulebook/{rule_id}/"' in card[0]


def test_the_files_are_those_of_the_command(client: Client) -> None:
    book = rulebook()

    table = client.get("/rulebook/rules.csv")
    whole = client.get("/rulebook/rules.json")
    schema = client.get("/rulebook/rules.schema.json")

    assert table.content.decode() == exporting.as_csv(book)
    assert whole.content.decode() == exporting.as_json(book)
    assert len(list(csv.DictReader(io.StringIO(table.content.decode())))) == len(book.answers)
    assert json.loads(schema.content) == exporting.schema()
    validator_for(json.loads(schema.content)).validate(json.loads(whole.content))


def test_a_file_of_the_same_edition_is_not_sent_again(client: Client) -> None:
    first = client.get("/rulebook/rules.json")

    again = client.get("/rulebook/rules.json", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert not again.content
