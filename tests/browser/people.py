"""People of the office, each in a browser of their own."""

import time
from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.app_settings import TOTP_PERIOD
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page

from browser.axe import WIDE, assert_no_violations
from browser.open_office import OpenOffice, until_codes_last
from factories.access import make_account, sign_in
from factories.prior_auth import World
from openmso.office.access.models import Account
from openmso.office.access.roles import ROLES, Role
from page_checks import assert_ids_resolve

PASSWORD = "a long walk by the river"
_COUNT = "document.addEventListener('pointerdown', () => window.countClick(), true)"


@dataclass(slots=True)
class Person:
    """One person in front of one browser.

    `clicks` counts every press of the pointer; `complaints` collects what the pages' scripts and
    the content policy complain about.
    """

    office: OpenOffice
    account: Account
    page: Page
    secret: str = ""
    clicks: int = 0
    complaints: list[str] = field(default_factory=list)

    def signs_in(self) -> None:
        """Sign in by the pages: the password, and the code where the area asks for one."""
        self.goes_to("/account/login/")
        self.page.get_by_label("Email").fill(self.account.email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_label("Password").press("Enter")
        if self.secret:
            until_codes_last(seconds=3)
            self.page.get_by_label("Code").fill(self._code())
            self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(f"**/{ROLES[Role(self.account.roles[0])].area}/**")

    def goes_to(self, path: str) -> None:
        self.page.goto(f"{self.office.url}{path}")

    def follows(self, name: str) -> None:
        """Click the link of the main part with exactly this name."""
        self._clicks(self.page.locator("main").get_by_role("link", name=name, exact=True))

    def presses(self, name: str) -> None:
        """Click the button with exactly this name."""
        self._clicks(self.page.get_by_role("button", name=name, exact=True))

    def opens_the_first(self) -> None:
        """Click the first link of the list."""
        self._clicks(self.page.locator("table th a, table td a").first)

    def chooses(self, group: str, answer: str) -> None:
        """Click a radio button of a group by its words."""
        self.group(group).locator("label").filter(has_text=answer).first.click()

    def group(self, name: str) -> Locator:
        return self.page.get_by_role("group", name=name)

    def sees_all(self, selector: str) -> list[Locator]:
        """Return what of the page fits the selector, once all of the page is there."""
        self.page.wait_for_load_state()
        return self.page.locator(selector).all()

    def reads(self) -> str:
        """Return the words of the page's main part as they are shown."""
        self.page.wait_for_load_state()
        return self.page.locator("main").inner_text().replace("\xa0", " ")

    def finds_the_page_accessible(self, *, everywhere: bool = False) -> None:
        """Let axe judge the page: at the present width, or at every width and mirrored."""
        self.page.wait_for_load_state()
        if everywhere:
            assert_no_violations(self.page)
        else:
            assert_no_violations(self.page, widths=(WIDE,), right_to_left=False)
        assert_ids_resolve(self.page.content())

    def _clicks(self, what: Locator) -> None:
        # A click waits for the first bytes of the next page, and what counts or reads at once would
        # find half of it.
        what.click()
        self.page.wait_for_load_state()

    def _code(self) -> str:
        return str(format_hotp_value(hotp_value(self.secret, int(time.time()) // TOTP_PERIOD)))


def account_with_password(role: Role, world: World, **given: Any) -> tuple[Account, str]:
    """Make an account that can sign in by the pages; returns the second factor's secret too."""
    account = make_account(role, world.tenant, password=PASSWORD, **given)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    if ROLES[role].area not in settings.SECOND_FACTOR_AREAS:
        return account, ""
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    return account, secret


def seated(
    office: OpenOffice, context: BrowserContext, account: Account, secret: str = ""
) -> Person:
    """Sit a person in front of a browser, not signed in yet."""
    page = context.new_page()
    person = Person(office, account, page, secret)

    def count(_source: object) -> None:
        person.clicks += 1

    context.expose_binding("countClick", count)
    context.add_init_script(_COUNT)
    page.on(
        "console",
        lambda said: person.complaints.append(said.text) if said.type == "error" else None,
    )
    page.on("pageerror", lambda error: person.complaints.append(str(error)))
    return person


def give_a_session(person: Person) -> None:
    """Put a session into the browser, for tests that are not about signing in."""
    client = sign_in(Client(), person.account)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    person.page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": person.office.url}]
    )
