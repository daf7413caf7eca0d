"""A practice gets its first account in the browser: from the mail to the page of its colleagues."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page

from browser.axe import assert_no_violations
from browser.open_office import OpenOffice, make_busy_world, until_codes_last
from factories.access import make_account
from factories.invitations import make_invitation
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.make_link import make_link
from openmso.office.accounts.links import new_secret

pytestmark = pytest.mark.browser

EMAIL, PASSWORD = "front.desk@harbor.example", "seven geese over the lake"


@pytest.mark.requirement("S003-09")
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_mail_to_one_s_colleagues(
    browser: Browser, office: OpenOffice, scripts: bool
) -> None:
    email = f"{scripts}.{EMAIL}".lower()
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{office.url}/invitation/?link={_link(email)}")
    if scripts:
        assert_no_violations(page)

    page.get_by_label("Your name").fill("Nina New")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.locator("label[for=id_agreed]").click()
    page.get_by_role("button", name="Open the account").click()
    page.get_by_label("Email").fill(email)
    _types_the_password(page)

    page.get_by_role("link", name="Set up the app").click()
    _types_the_password(page)
    until_codes_last(seconds=3)
    page.locator("#id_code").fill(_code(page))
    page.locator("#id_code").press("Enter")
    page.wait_for_load_state()

    page.goto(f"{office.url}/practice/colleagues/")
    assert page.get_by_role("heading", name="Colleagues", exact=True).is_visible()
    assert page.get_by_text("Nina New").first.is_visible()
    context.close()


def _link(email: str) -> str:
    world = make_busy_world()
    admin = make_account(Role.OFFICE_ADMIN, world.tenant)
    invitation = make_invitation(
        admin, email, role=Role.PRACTICE_MANAGER, practice_id=world.practice.id
    )
    secret = new_secret()
    by = Actor.system("Post room", world.tenant.id)
    make_link(invitation.id, secret=secret, by=by, at=clock.now())
    return secret


def _types_the_password(page: Page) -> None:
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password", exact=True).press("Enter")
    page.wait_for_load_state()


def _code(page: Page) -> str:
    """Read the secret as somebody does who cannot scan the picture."""
    secret = page.locator("code").first.inner_text().replace(" ", "").strip()
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
