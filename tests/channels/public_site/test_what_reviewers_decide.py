"""The page "What do independent reviewers decide?": with the decisions, and without them."""

import ast
import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from factories.published_decisions import decision, load
from factories.remedies import without_names
from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.shipped import shipped
from openmso.channels.public_site import what_reviewers_decide
from openmso.channels.ui.catalogs import LOCALE, catalog_of
from openmso.office.letters.reading_level import reading_grade
from openmso.office.tenants.models import Tenant
from public_pages import main_words, page_in

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-41")]

ADDRESS = "/what-reviewers-decide/"
MOST = 6.0


@pytest.fixture(autouse=True)
def office() -> Tenant:
    return Tenant.objects.create(
        key="harborview", name="Harborview", legal_name="Harborview, Inc.", state="CA",
        time_zone="America/Los_Angeles",
    )  # fmt: skip


@pytest.fixture
def loaded(office: Tenant) -> None:
    load(
        office,
        *(decision(n, year=2010 + n % 5) for n in range(100, 140)),
        *(decision(n, outcome=Outcome.UPHELD) for n in range(140, 150)),
        decision(
            7, year=2015, kind=Kind.EXPERIMENTAL, diagnosis_group="cancer",
            diagnosis="Cancer", diagnosis_detail="Breast Cancer", age_band="51-64",
            gender="Female", findings="The drug was\nlikely to help.",
        ),
        decision(8, findings_withheld=True),
    )  # fmt: skip


def page(client: Client, address: str = ADDRESS, language: str = "en", **asked: str) -> str:
    return page_in(client, address, language, **asked)


def sentences(html: str) -> str:
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert main
    text = re.sub(r"<(select|table|span lang|p class=\"quiet\").*?</\1>", " ", main[0], flags=re.S)
    text = re.sub(r'<span lang="en">.*?</span>', "it", text, flags=re.DOTALL)
    blocks = re.findall(r"<(p|li|h1|h2|label|dt|caption)\b[^>]*>(.*?)</\1>", text, re.DOTALL)
    read = (" ".join(unescape(re.sub(r"<[^>]+>", " ", block)).split()) for _, block in blocks)
    return "\n".join(without_names(line) for line in read if line)


@pytest.mark.parametrize("language", ["en", "es"])
def test_without_the_file_the_figures_that_come_with_us_are_shown_and_it_is_said(
    client: Client, language: str
) -> None:
    source = shipped().source

    words = main_words(page(client, language=language))

    assert f"{source.decisions:,}" in words
    assert str(source.first_year) in words
    assert str(source.last_year) in words
    assert source.published_by in words
    said = {
        "en": "The decisions themselves are not loaded on this site.",
        "es": "Las decisiones mismas no están en este sitio.",
    }
    assert said[language] in words


def test_with_the_file_the_figures_are_those_of_the_decisions_here(
    client: Client, loaded: None
) -> None:
    words = main_words(page(client))

    assert "81 times out of 100, the review changed the no to a yes." in words
    assert "Chance alone could make it 68 to 90 out of 100." in words
    assert "Cases: 52. Years: 2010 to 2015. Changed to a yes: 42." in words
    assert "not loaded" not in words


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?diagnosis=cancer"])
@pytest.mark.parametrize("file", [True, False], ids=["with the file", "without"])
def test_no_figure_stands_without_sample_years_limits_and_source(
    client: Client, office: Tenant, address: str, file: bool
) -> None:
    if file:
        load(office, *(decision(n, diagnosis_group="cancer") for n in range(40)))

    words = main_words(page(client, address))

    assert "times out of 100" in words
    assert re.search(r"Cases: [\d,]+\. Years: \d{4}", words)
    assert "What these numbers cannot tell" in words
    assert "The numbers do not tell how good a reviewer, a doctor or a plan is." in words
    assert "Medicare is not in it." in words
    assert f"Source: {shipped().source.published_by}" in words


def test_too_few_cases_show_their_counts_and_no_share(client: Client, loaded: None) -> None:
    words = main_words(page(client, diagnosis="cancer"))

    assert "Cases: 1. Years: 2015. Changed to a yes: 1." in words
    assert "These are too few cases for a share." in words
    assert "times out of 100" not in words


def test_a_search_for_one_outcome_shows_no_share_of_it(client: Client, loaded: None) -> None:
    words = main_words(page(client, outcome="overturned"))

    assert "Cases: 42." in words
    assert "times out of 100" not in words


def test_what_is_found_leads_to_its_page_and_on_to_the_next(client: Client, loaded: None) -> None:
    first = page(client, q="mri")
    following = re.search(r'href="([^"]+after=[^"]+)" rel="next"', first)
    assert following
    second = page(client, unescape(following[1]))

    listed = [re.findall(rf'href="{ADDRESS}(MN[0-9-]+)/"', html) for html in (first, second)]
    assert [len(references) for references in listed] == [20, 20]
    assert not set(listed[0]) & set(listed[1])
    assert "q=mri" in following[1]
    assert 'rel="prev"' in second
    assert 'rel="prev"' not in first


def test_a_filter_can_be_taken_away_again(client: Client, loaded: None) -> None:
    html = page(client, q="breast", year="2015")

    assert "Breast Cancer" in html
    assert f'href="{ADDRESS}?q=breast"' in html
    assert f'href="{ADDRESS}?year=2015"' in html


def test_nothing_found_says_what_to_do(client: Client, loaded: None) -> None:
    words = main_words(page(client, q="zebra"))

    assert "No decision was found." in words
    assert "Start again" in words


@pytest.mark.parametrize(
    "asked",
    [{"diagnosis": "<script>"}, {"year": "1066"}, {"outcome": "maybe"}, {"q": "x" * 201},
     {"q": "a\x00b"}],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_beside_its_field(
    client: Client, loaded: None, asked: dict[str, str]
) -> None:
    answer = client.get(ADDRESS, asked)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "usa-error-message" in html
    assert "<script>" not in html.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("place", ["", "x", "2014.", "9999.MN14-1", "2014.'; DROP", "２０１４.MN1"])
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_broken_place_shows_a_page(client: Client, loaded: None, name: str, place: str) -> None:
    assert client.get(ADDRESS, {"q": "mri", name: place}).status_code == 200


def test_one_decision_is_shown_as_it_was_published(client: Client, loaded: None) -> None:
    html = page(client, f"{ADDRESS}MN14-7/")

    words = main_words(html)
    for shown in ("Decision MN14-7", "2015", "Changed to a yes", "Cancer: Breast Cancer", "51-64",
                  "Is the care proven?", "The drug was likely to help.",
                  "What these numbers cannot tell"):  # fmt: skip
        assert shown in words
    assert "diagnosis=cancer&amp;treatment=imaging_tests" in html
    assert 'class="print-header"' in html


def test_a_text_that_was_withheld_says_so(client: Client, loaded: None) -> None:
    assert "It may tell who someone is." in page(client, f"{ADDRESS}MN14-8/")
    assert "holds no text for this case" in page(client, f"{ADDRESS}MN14-100/")


@pytest.mark.parametrize("reference", ["MN14-9999", "x", "%00", "..%2f", "a" * 300])
def test_a_decision_that_is_not_there_is_not_found(
    client: Client, loaded: None, reference: str
) -> None:
    assert client.get(f"{ADDRESS}{reference}/").status_code == 404


@pytest.mark.parametrize("start", ["/", "/what-can-i-do/", "/site-map/"])
def test_other_public_pages_lead_here(client: Client, start: str) -> None:
    assert f'href="{ADDRESS}"' in client.get(start).content.decode()


@pytest.mark.parametrize(
    "address", [ADDRESS, f"{ADDRESS}?q=mri", f"{ADDRESS}?q=zebra", f"{ADDRESS}MN14-8/"]
)
def test_every_page_reads_at_grade_six_or_below(client: Client, loaded: None, address: str) -> None:
    text = sentences(page(client, address))

    assert len(text.split()) > 60
    assert reading_grade(text) <= MOST, f"{reading_grade(text):.1f}\n{text}"


@pytest.mark.django_db(False)
def test_every_sentence_of_the_page_s_own_is_translated() -> None:
    spanish = catalog_of(LOCALE / "es")
    texts = {
        str(call.args[0].value)
        for module in Path(what_reviewers_decide.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "_"
        and isinstance(call.args[0], ast.Constant)
    }

    assert len(texts) > 15
    assert not {text for text in texts if text not in spanish}


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?q=mri", f"{ADDRESS}MN14-7/"])
def test_the_pages_ask_the_database_little(
    client: Client,
    loaded: None,
    address: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.get(address)

    with django_assert_max_num_queries(4):
        assert client.get(address).status_code == 200
