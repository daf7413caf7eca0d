"""The pages of the sign-in library wear our clothes and keep their references whole."""

from typing import Any

import pytest
from allauth.mfa.totp.internal import auth
from django.test import Client
from django.urls import reverse

from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.tenants.models import Tenant
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

OPEN_PAGES = ("account_login", "account_reset_password", "account_reset_password_done",
              "account_reset_password_from_key_done", "account_inactive")  # fmt: skip
OWN_PAGES = ("mfa_index", "account_logout", "account_change_password", "account_reauthenticate")
FRESH_PAGES = ("mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn")
PASSWORD = "a long enough sentence"


@pytest.fixture
def office() -> Tenant:
    return Tenant.objects.create(
        key="harborview", name="Harborview", legal_name="Harborview, Inc.", state="CA",
        time_zone="America/Los_Angeles",
    )  # fmt: skip


@pytest.fixture
def member(office: Tenant, client: Client) -> Client:
    """A client with a signed-in member: members need no second factor."""
    Account.objects.create_account(
        password=PASSWORD, tenant=office, email="ana@example.org", name="Ana Reyes",
        roles=[Role.MEMBER],
    )  # fmt: skip
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def sign_in(client: Client) -> None:
    client.post(reverse("account_login"), {"login": "ana@example.org", "password": PASSWORD})


def turn_the_app_on(member: Client) -> None:
    secret = page_of(member, "mfa_activate_totp").split('<code dir="ltr">')[1].split("<")[0]
    counter = next(iter(auth.yield_hotp_counters_from_time()))
    code = auth.format_hotp_value(auth.hotp_value(secret, counter))
    assert member.post(reverse("mfa_activate_totp"), {"code": code}).status_code == 302


def page_of(client: Client, name: str, **arguments: Any) -> str:
    answer = client.get(reverse(name, kwargs=arguments))
    assert answer.status_code == 200, f"{name}: {answer.status_code} {answer.headers}"
    html = answer.content.decode()
    assert "<h1>" in html
    assert 'class="usa-skipnav"' in html
    assert "openmso.css" in html
    assert_ids_resolve(html)
    assert_nothing_inline(html)
    return html


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_pages_before_signing_in(client: Client, office: Tenant, name: str) -> None:
    page_of(client, name)


@pytest.mark.parametrize("name", [*OWN_PAGES, *FRESH_PAGES])
def test_pages_of_a_signed_in_person(member: Client, name: str) -> None:
    page_of(member, name)


def test_a_wrong_password_is_told_in_the_error_summary(client: Client, office: Tenant) -> None:
    answer = client.post(reverse("account_login"), {"login": "ana@example.org", "password": "no"})

    html = answer.content.decode()
    assert "data-error-summary" in html
    assert 'value="ana@example.org"' in html
    assert_ids_resolve(html)


def test_the_page_to_come_back_to_is_kept_in_the_form(client: Client, office: Tenant) -> None:
    html = client.get(reverse("account_login"), {"next": "/contact/"}).content.decode()

    assert '<input type="hidden" name="next" value="/contact/">' in html


def test_the_qr_code_is_drawn_inside_the_page(member: Client) -> None:
    html = page_of(member, "mfa_activate_totp")

    assert '<div class="qr" role="img"' in html
    assert "data:image" not in html


def test_pages_after_the_app_was_turned_on(member: Client) -> None:
    turn_the_app_on(member)

    codes = page_of(member, "mfa_view_recovery_codes")
    assert codes.count("<li><code") == 10
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_generate_recovery_codes"):
        page_of(member, name)


def test_the_second_step_asks_for_the_code_and_tells_a_wrong_one(member: Client) -> None:
    turn_the_app_on(member)
    member.post(reverse("account_logout"))
    sign_in(member)

    page_of(member, "mfa_authenticate")
    answer = member.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert "data-error-summary" in answer.content.decode()
    assert_ids_resolve(answer.content.decode())


def test_pages_in_spanish_leave_no_english_behind(client: Client, office: Tenant) -> None:
    client.cookies["django_language"] = "es"

    html = page_of(client, "account_login")

    assert "<h1>Entrar</h1>" in html
    assert "Ir al contenido principal" in html
    for english in ("Sign in", "Password", "Skip to"):
        assert english not in html
