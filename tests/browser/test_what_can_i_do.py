"""What can I do about a no, in Chromium: without scripts, on a phone, on paper, in Spanish."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import NARROW, assert_no_violations
from browser.open_office import OpenOffice

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)
    yield context.new_page()
    context.close()


def answer(page: Page, question: str, words: str) -> None:
    group = page.get_by_role("group", name=question)
    group.get_by_text(words, exact=True).click()


def answer_all(page: Page) -> None:
    answer(page, "What kind of health coverage", "A Medi-Cal plan. The state's DMHC oversees it.")
    answer(page, "What did the plan or group say", "It said no.")
    answer(page, "Why?", "It says I do not need this care for my health.")
    answer(page, "Has a doctor helped you", "A doctor said I should have this care.")
    answer(page, "immediate threat to your health", "No")
    answer(page, "Have you asked your plan", "Yes, and the plan has answered.")
    page.get_by_label("What date is on the answer?").fill("10/05/2026")
    answer(page, "What does the answer say?", "Still no.")
    answer(page, "Have you asked for a State Hearing", "No.")
    page.get_by_role("button", name="Show what I can do").click()


def test_questions_and_answers_need_no_script(page: Page, office: OpenOffice) -> None:
    page.goto(f"{office.url}/what-can-i-do/")
    answer_all(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("What you can do")
    assert page.url == f"{office.url}/what-can-i-do/"
    review = page.get_by_role("region", name="Independent Medical Review (IMR)")
    expect(review.get_by_text("April 5, 2027", exact=True)).to_be_visible()


def test_the_answer_has_no_violation_and_is_whole_on_paper(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/what-can-i-do/")
    answer_all(page)
    assert_no_violations(page)

    page.emulate_media(media="print")
    expect(page.get_by_text("Change my answers")).to_be_hidden()
    expect(page.get_by_text("Who decides").first).to_be_visible()
    page.close()


def test_a_mistake_gives_the_focus_to_the_summary_and_spanish_stays_spanish(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/what-can-i-do/")
    page.get_by_role("button", name="Español").click()
    page.get_by_label("¿Qué fecha tiene la respuesta?").fill("40/40/2026")
    page.get_by_role("button", name="Mostrar lo que puedo hacer").click()
    page.wait_for_load_state()

    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    assert_no_violations(page, right_to_left=False)
    page.close()
