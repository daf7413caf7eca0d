"""Signing in for real: password, one-time code, home by role, nothing without the second factor."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from factories.access import make_account, sign_in
from openmso.office.access.models import Account
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"


def with_codes(account: Account) -> str:
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    return secret


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_password(client: Client, account: Account, password: str = PASSWORD) -> str:
    answer = client.post(reverse("account_login"), {"login": account.email, "password": password})
    return answer.headers.get("Location", "")


@pytest.mark.requirement("S000-55")
def test_staff_sign_in_with_password_and_code_and_land_on_their_desk() -> None:
    account = make_account(Role.NURSE, password=PASSWORD)
    secret = with_codes(account)
    client = Client()

    assert give_password(client, account).startswith(reverse("mfa_authenticate"))
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert answer.headers["Location"] == "/staff/"


def test_a_code_works_once() -> None:
    account = make_account(Role.NURSE, password=PASSWORD)
    secret = with_codes(account)
    code = code_of(secret)
    first, second = Client(), Client()
    give_password(first, account)
    assert first.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302

    give_password(second, account)
    again = second.post(reverse("mfa_authenticate"), {"code": code})

    assert again.status_code != 302
    assert second.get("/staff/").status_code == 302


@pytest.mark.parametrize("role", [Role.NURSE, Role.PHYSICIAN, Role.OFFICE_ADMIN, Role.PRACTICE])
def test_without_a_second_factor_only_its_set_up_pages_open(role: Role) -> None:
    account = make_account(role)
    client = sign_in(Client(), account, second_factor=False)

    answer = client.get(f"/{account.area}/")

    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("mfa_index"))
    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_wrong_password_and_an_unknown_address_get_the_same_words() -> None:
    account = make_account(Role.NURSE, password=PASSWORD)
    wrong = Client().post(reverse("account_login"), {"login": account.email, "password": "no"})
    unknown = Client().post(
        reverse("account_login"), {"login": "nobody@office.example", "password": "no"}
    )

    assert wrong.status_code == unknown.status_code

    def words(page: bytes, address: str) -> str:
        return page.decode().replace(address, "")

    assert len(words(wrong.content, account.email)) == pytest.approx(
        len(words(unknown.content, "nobody@office.example")), abs=200
    )


def test_nobody_signs_up_by_themselves() -> None:
    assert Client().get("/account/signup/").status_code == 404


def test_a_secret_is_sealed_at_rest() -> None:
    account = make_account(Role.NURSE)
    secret = with_codes(account)

    assert secret not in str(Authenticator.objects.get(user=account).data)


def test_an_idle_session_ends() -> None:
    client = sign_in(Client(), make_account(Role.NURSE))
    session = client.session
    session["last_seen"] = int(time.time()) - 16 * 60
    session.save()

    assert reverse("account_login") in client.get("/staff/").headers["Location"]


def test_a_closed_account_is_out_at_once() -> None:
    account = make_account(Role.NURSE)
    client = sign_in(Client(), account)
    account.is_active = False
    account.save()

    assert reverse("account_login") in client.get("/staff/").headers["Location"]
