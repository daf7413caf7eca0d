"""The public pages and the sign-in in Chromium: no axe violation, no word of the policy broken."""

import pytest
from playwright.sync_api import Browser

from browser.axe import assert_no_violations
from browser.open_office import OpenOffice

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/contact/",
    "/coverage/",
    "/invitation/?link=nobody-made-this-one",
    "/language-help/",
    "/accessibility/",
    "/site-map/",
    "/what-can-i-do/",
    "/what-reviewers-decide/",
    "/prior-authorization-figures/",
    "/appeal-figures/",
    "/rulebook/",
    "/rulebook/?q=72+hours",
    "/rulebook/MC-PA-STD-5BD/",
    "/rulebook/notices/",
    "/leaving/?to=https://www.cms.gov/",
    "/account/login/",
    "/account/password/reset/",
    "/nowhere/",
)
NOT_FOUND = {"/nowhere/", "/invitation/?link=nobody-made-this-one"}


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.requirement("S004-45")
def test_a_page_has_no_violation(browser: Browser, office: OpenOffice, address: str) -> None:
    complaints: list[str] = []
    page = browser.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(f"{office.url}{address}")
    assert_no_violations(page)

    if address not in NOT_FOUND:
        assert not complaints
    page.close()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/contact/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_a_form_with_mistakes_gives_the_focus_to_the_summary(
    browser: Browser, office: OpenOffice
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}/account/login/")

    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()

    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    page.get_by_role("link", name="Email:").click()
    assert page.evaluate("document.activeElement.id") == "id_login"
    assert_no_violations(page)
    page.close()
