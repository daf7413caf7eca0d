"""The public rulebook in Chromium: search, open a rule, calculate, print."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import NARROW, assert_no_violations
from browser.open_office import OpenOffice

pytestmark = pytest.mark.browser

PICTURES = os.environ.get("OPENMSO_PICTURES", "")


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        java_script_enabled=request.param, viewport=NARROW if not request.param else None
    )
    yield context.new_page()
    context.close()


def test_search_open_a_rule_and_calculate(page: Page, office: OpenOffice) -> None:
    page.goto(f"{office.url}/rulebook/")
    page.get_by_label("Words").fill("72 hours")
    page.get_by_role("button", name="Search", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Search the rulebook")
    expect(page.get_by_role("status")).to_contain_text("20 rules")
    assert "q=72+hours" in page.url
    page.get_by_role("link", name="MA-OD-EXP-72H", exact=True).click()

    expect(page.get_by_text("read in the rule or an official statement").first).to_be_visible()
    page.get_by_label("Date of the event").fill("03/06/2026")
    page.get_by_label("Time of day").fill("5 PM")
    page.get_by_label("Time zone").select_option("Pacific time")
    page.get_by_role("button", name="Work it out").click()

    calculator = page.get_by_role("region", name="Calculator")
    expect(calculator.get_by_text("the clocks go forward by 1 h on the way")).to_be_visible()
    expect(calculator.get_by_text("03/09/2026 6:00 PM PDT").first).to_be_visible()
    assert "on=03%2F06%2F2026" in page.url
    page.reload()
    expect(calculator.get_by_text("03/09/2026 6:00 PM PDT").first).to_be_visible()


def test_the_result_gets_the_focus_and_the_comparison_follows_it(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/rulebook/MC-PA-STD-5BD/")
    others = page.get_by_role("region", name="Who else speaks")
    expect(others.get_by_text("Counted from the day of the example")).to_be_visible()
    page.get_by_label("Date of the event").fill("12/07/2026")
    page.get_by_label("Time of day").fill("9am")
    page.get_by_role("button", name="Work it out").click()

    expect(page.get_by_role("heading", name="Your due time")).to_be_focused()
    expect(others.get_by_text("They are due at the same time.")).to_be_visible()
    page.close()


def test_a_mistake_keeps_what_was_typed(page: Page, office: OpenOffice) -> None:
    page.goto(f"{office.url}/rulebook/MC-PA-STD-5BD/")
    page.get_by_label("Date of the event").fill("13/40/2026")
    page.get_by_label("Time of day").fill("5 PM")
    page.get_by_role("button", name="Work it out").click()

    expect(page.get_by_text("There is no month 13").first).to_be_visible()
    expect(page.get_by_label("Date of the event")).to_have_value("13/40/2026")
    expect(page.get_by_label("Time of day")).to_have_value("5 PM")


def test_found_rules_mistakes_results_and_unknown_rules_have_no_violation(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    for number, address in enumerate(
        (
            "?q=zebra",
            "?topic=prior_auth&mark=known",
            "OVERPAY-60/?on=13/40/2026&at=99&paused=1/1/2026",
            "MA-OD-STD-PA-7/?on=11/20/2026&at=4:45+PM&zone=America/Los_Angeles&extended=on",
            "MA-OD-STD/",
        )
    ):
        page.goto(f"{office.url}/rulebook/{address}")
        assert_no_violations(page)
        _keep_picture(page, f"rulebook-{number}")
    page.close()


def test_on_paper_the_answer_the_arithmetic_and_the_source_stay_and_the_boxes_go(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/rulebook/MA-OD-STD-PA-7/?on=11/20/2026&at=4:45+PM&zone=UTC")

    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Work it out")).to_be_hidden()
    expect(page.get_by_text("Your due time")).to_be_visible()
    expect(page.get_by_text("42 CFR 422.568(b)(1); 42 CFR 422.122").first).to_be_visible()
    expect(page.get_by_text("Nobody has read this rule in the law itself.")).to_be_visible()
    _keep_picture(page, "rulebook-paper")
    page.close()


def test_in_spanish_nothing_is_cut_or_mirrored_wrongly(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/rulebook/MC-PA-STD-5BD/")
    page.get_by_role("button", name="Español").click()

    expect(page.get_by_text("Las reglas mismas están en inglés")).to_be_visible()
    assert_no_violations(page)
    _keep_picture(page, "rulebook-es")
    page.close()


def _keep_picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
