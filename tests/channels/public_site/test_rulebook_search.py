"""The public rulebook's search: by words and filters, for anybody, in one shareable address."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from openmso.channels.public_site.rulebook import names
from openmso.channels.public_site.rulebook.index import Wanted, index, search
from openmso.office.law import rulebook
from openmso.office.tenants.models import Tenant
from openmso.rulebook.vocabulary import CheckMark
from page_checks import assert_ids_resolve, assert_nothing_inline

ADDRESS = "/rulebook/"
FIELDS = ("q", "topic", "line", "process", "mark", "citation")
XSS = "<script>alert(1)</script>"
HOSTILE = (
    XSS,
    '"><img src=x onerror=alert(1)>',
    "' OR '1'='1",
    "\x00",
    "\ud800",
    "{{7*7}}",
    "٣٤٥",
    "-1",
    "9" * 400,
    "\u202e\u0301" * 50,
    "a" * 100_000,
    "((((" * 500,
)


def found(**wanted: str) -> list[str]:
    return [rule.id for group in search(rulebook(), Wanted(**wanted)) for rule in group.rules]


@pytest.fixture
def office() -> Tenant:
    return Tenant.objects.create(
        key="harborview", name="Harborview", legal_name="Harborview, Inc.", state="CA",
        time_zone="America/Los_Angeles",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "rule_id"),
    [
        ("standard request item", "MA-OD-STD-PA-7"),
        ("outer limit", "MC-PA-STD-7"),
        ("422.568(b)(1)", "MA-OD-STD-PA-7"),
        ("rating periods", "MC-PA-STD-7"),
        ("mc-pa-std", "MC-PA-STD-5BD"),
        ("requesting provider", "MA-OD-STD-PA-7"),
        ("medicare advantage 7 calendar days", "MA-OD-STD-PA-7"),
        ("IMR decision", "IMR-DEC-30D"),
    ],
    ids=["question", "action", "citation", "note", "id", "recipient", "line and value", "process"],
)
def test_words_are_found_wherever_they_stand(words: str, rule_id: str) -> None:
    assert rule_id in found(words=words)


def test_a_number_is_meant_whole() -> None:
    assert "MA-OD-EXP-72H" in found(words="72 hours")
    assert "MA-OD-EXP-72H" not in found(words="2 hours")


def test_all_words_must_be_there() -> None:
    assert found(words="72 hours zebra") == []


def test_what_says_it_in_its_value_stands_before_what_mentions_it() -> None:
    groups = search(rulebook(), Wanted(words="72 hours"))

    says = ["72 hours" in {str(rule.value) for rule in group.rules} for group in groups]
    assert len(says) > 3
    assert says == sorted(says, reverse=True)


def test_filters_narrow_and_join() -> None:
    medi_cal = found(line="MEDI-CAL")
    read = found(line="MEDI-CAL", mark="read")
    cited = found(citation="hsc1367.01(H)(1)")

    assert "MC-PA-STD-7" in medi_cal
    assert "MA-OD-STD-PA-7" not in medi_cal
    assert set(read) < set(medi_cal)
    assert {"MC-PA-STD-5BD", "KK-UR-STD-5BD"} <= set(cited)
    assert set(found(process="prior_authorization")) == {
        rule.id for rule in rulebook().answers.values() if rule.process == "prior_authorization"
    }
    assert set(found(topic="grievances")) == {
        rule.id for rule in rulebook().answers.values() if rule.question.startswith("grievances/")
    }


def test_the_words_are_laid_out_once_for_an_edition() -> None:
    book = rulebook()

    assert index(book) is index(book)
    assert len(index(book)) == len(book.answers)


def test_every_list_folder_and_time_zone_has_a_name_in_both_languages() -> None:
    book = rulebook()
    lists = {line for rule in book.answers.values() for line in rule.line_of_business}
    folders = {rule.question.partition("/")[0] for rule in book.answers.values()}

    assert lists <= set(names.lists())
    assert folders == set(names.topics())
    for key in names.lists():
        assert names.list_name(key, "en") != key or key in {"MA", "KK"}
        assert names.list_name(key, "es")


@pytest.mark.django_db
def test_the_front_shows_topics_figures_and_files(client: Client) -> None:
    html = client.get(ADDRESS).content.decode()

    assert "Prior authorization" in html
    assert "238 rules" in html
    assert 'href="/rulebook/rules.csv"' in html
    assert 'href="/rulebook/notices/"' in html
    assert_ids_resolve(html)
    assert_nothing_inline(html)


@pytest.mark.django_db
def test_what_was_found_is_grouped_by_question_with_value_citation_and_check_mark(
    client: Client, office: Tenant
) -> None:
    html = client.get(ADDRESS, {"q": "MC-PA-STD"}).content.decode()

    assert html.count("How long may we take to decide a standard request") == 1
    assert "5 business days" in html
    assert "HSC 1367.01(h)(1); DHCS contract" in html
    assert "taken from a secondary source" in html
    assert "In force until December 31, 2025" in html
    assert_ids_resolve(html)


@pytest.mark.django_db
def test_a_rule_that_nobody_read_says_so_in_the_list(client: Client) -> None:
    html = client.get(ADDRESS, {"q": "MA-OD-STD-NOPA-14"}).content.decode()

    assert "known, but not read" in html


@pytest.mark.django_db
def test_nothing_found_says_what_to_try(client: Client) -> None:
    html = client.get(ADDRESS, {"q": "zebra", "line": "MA"}).content.decode()

    assert "No rule was found." in html
    assert "Line of business: Medicare Advantage" in html
    assert 'value="zebra"' in html


@pytest.mark.django_db
def test_the_pages_together_show_every_rule_once(client: Client) -> None:
    address, seen = f"{ADDRESS}?q=", []
    while address:
        html = client.get(address).content.decode()
        seen += re.findall(r'answer__id" href="/rulebook/([^/]+)/"', html)
        following = re.search(r'href="([^"]+)" rel="next"', html)
        address = unescape(following[1]) if following else ""

    assert sorted(seen) == sorted(rulebook().answers)


@pytest.mark.django_db
def test_a_search_is_whole_in_its_address_and_a_filter_can_be_taken_away(client: Client) -> None:
    chosen = {"q": "days", "line": "MA", "mark": "read"}

    html = client.get(ADDRESS, chosen).content.decode()

    taken = [unescape(href) for href in re.findall(r'filters-on__tag" href="([^"]+)"', html)]
    assert [parse_qs(urlsplit(href).query) for href in taken] == [
        {"line": ["MA"], "mark": ["read"]},
        {"q": ["days"], "mark": ["read"]},
        {"q": ["days"], "line": ["MA"]},
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("field", [*FIELDS, "page"])
def test_hostile_words_get_a_sentence_or_an_empty_list_and_are_never_live(
    client: Client, field: str
) -> None:
    for text in HOSTILE:
        answer = client.get(ADDRESS, {"q": "days", field: text.encode("utf-8", "replace")})

        assert answer.status_code in {200, 422}, (field, text[:20])
        html = answer.content.decode()
        assert XSS not in html
        assert "<img src=x" not in html


@pytest.mark.django_db
def test_too_many_words_are_refused_beside_the_field_and_stay(client: Client) -> None:
    answer = client.get(ADDRESS, {"q": "hours " * 60})

    assert answer.status_code == 422
    html = answer.content.decode()
    assert "usa-error-message" in html
    assert escape("hours hours") in html


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_check_mark_is_told_in_words(client: Client, language: str) -> None:
    client.cookies["django_language"] = language

    html = client.get(ADDRESS).content.decode()

    spoken = {
        "en": [mark.meaning for mark in CheckMark],
        "es": ["leída en la regla", "conocida, pero no leída", "fuente secundaria"],
    }
    assert all(words in html for words in spoken[language])


@pytest.mark.django_db
def test_searching_asks_the_database_for_the_frame_only(
    client: Client, office: Tenant, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client.get(ADDRESS, {"q": "72 hours"})

    for address in (ADDRESS, f"{ADDRESS}?q=72+hours", f"{ADDRESS}notices/"):
        with django_assert_max_num_queries(1):
            client.get(address)
