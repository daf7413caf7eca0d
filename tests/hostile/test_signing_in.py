"""Signing in: no way around the password, the second factor, or the end of a session."""

import re
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client

from factories.access import make_account, sign_in
from factories.roster import make_tenant
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.tenants.models import Tenant

pytestmark = pytest.mark.django_db

PASSWORD = "walking to the harbor at noon"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DESK = "/staff/worklist/nurse/"
LOGIN, SECOND = "/account/login/", "/account/second-factor/authenticate/"
RESET = "/account/password/reset/"


@pytest.fixture
def tenant() -> Tenant:
    return make_tenant()


@pytest.fixture
def nurse(tenant: Tenant) -> Account:
    account = make_account(Role.NURSE, tenant, password=PASSWORD, email="nora@office.example")
    totp.TOTP.activate(account, SECRET)
    RecoveryCodes.activate(account)
    return account


def code_now() -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(SECRET, counter)))


def with_password(client: Client, password: str = PASSWORD) -> Client:
    client.post(LOGIN, {"login": "nora@office.example", "password": password})
    return client


def is_in(client: Client) -> bool:
    return client.get(DESK).status_code == 200


@pytest.mark.requirement("S002-70")
def test_password_and_code_together_open_the_desk(nurse: Account, client: Client) -> None:
    with_password(client)
    assert not is_in(client)

    client.post(SECOND, {"code": code_now()})

    assert is_in(client)


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD.upper(), PASSWORD + " "])
def test_a_wrong_password_goes_no_further(nurse: Account, client: Client, password: str) -> None:
    with_password(client, password)

    answer = client.post(SECOND, {"code": code_now()})

    assert not is_in(client)
    assert answer.status_code == 302


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MEMBER])
def test_without_the_second_factor_no_page_opens(tenant: Tenant, role: Role) -> None:
    account = make_account(role, tenant, practice_id=None)
    client = sign_in(Client(), account, second_factor=False)

    for address in ("/staff/", DESK, "/staff/jobs/", "/practice/", "/practice/requests/"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (
            302,
            "/account/second-factor/",
        )


def test_a_person_without_a_device_yet_can_only_set_one_up(tenant: Tenant, client: Client) -> None:
    make_account(Role.NURSE, tenant, password=PASSWORD, email="nora@office.example")
    with_password(client)

    assert not is_in(client)
    assert client.get("/account/second-factor/").status_code == 200
    assert client.get("/account/second-factor/totp/activate/").status_code in {200, 302}


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "١٢٣٤٥٦", "1" * 500, "12345\x00"])
def test_a_wrong_code_opens_nothing(nurse: Account, client: Client, code: str) -> None:
    with_password(client)

    answer = client.post(SECOND, {"code": code})

    assert answer.status_code < 500
    assert not is_in(client)


def test_a_code_works_once(nurse: Account) -> None:
    now = time.time()
    with time_machine.travel(now, tick=False):
        code = code_now()
        first, second = with_password(Client()), with_password(Client())
        first.post(SECOND, {"code": code})
        second.post(SECOND, {"code": code})

        assert is_in(first)
        assert not is_in(second)


def test_a_recovery_code_works_once(nurse: Account) -> None:
    codes = Authenticator.objects.get(user=nurse, type="recovery_codes").wrap()
    code = codes.get_unused_codes()[0]
    first, second = with_password(Client()), with_password(Client())

    first.post(SECOND, {"code": code})
    second.post(SECOND, {"code": code})

    assert is_in(first)
    assert not is_in(second)


def test_guessing_codes_is_stopped(nurse: Account, client: Client) -> None:
    with_password(client)

    answers = {client.post(SECOND, {"code": f"{n:06d}"}).status_code for n in range(40)}
    client.post(SECOND, {"code": code_now()})

    assert max(answers) < 500
    assert not is_in(client), "after so many tries the right code must wait too"


def test_guessing_passwords_is_stopped_and_another_person_still_gets_in(
    nurse: Account, tenant: Tenant
) -> None:
    thief = Client(REMOTE_ADDR="192.0.2.7")
    for n in range(25):
        with_password(thief, f"guess {n}")

    right = thief.post(LOGIN, {"login": nurse.email, "password": PASSWORD})
    colleague = make_account(Role.NURSE, tenant, password=PASSWORD)
    welcome = Client(REMOTE_ADDR="192.0.2.8").post(
        LOGIN, {"login": colleague.email, "password": PASSWORD}
    )

    assert right.status_code != 302, "the guesser waits, even with the right one"
    assert welcome.status_code == 302
    assert Account.objects.get(id=nurse.id).is_active, "nobody is locked out for good"


def test_a_reset_mail_tells_nothing_and_opens_no_desk(nurse: Account) -> None:
    known, unknown = Client(), Client()
    one = known.post(RESET, {"email": "nora@office.example"})
    other = unknown.post(RESET, {"email": "nobody@office.example"})

    assert (one.status_code, one.headers.get("Location")) == (
        other.status_code,
        other.headers.get("Location"),
    )
    letter = next(one for one in mail.outbox if "nora@office.example" in one.to)
    body = str(letter.body)
    assert nurse.name not in f"{letter.subject} {body}"
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", body)
    assert link
    page = known.get(link[1], follow=True)
    known.post(page.request["PATH_INFO"], {"password1": PASSWORD * 2, "password2": PASSWORD * 2})
    assert not is_in(known), "a mailbox alone is no way in"
    with_password(known, PASSWORD * 2)
    assert not is_in(known), "the new password still needs the code"

    again = Client().get(link[1], follow=True)
    assert "password1" not in again.content.decode(), "the link works once"


def test_known_and_unknown_people_get_the_same_answer_to_a_wrong_password(nurse: Account) -> None:
    answers = []
    for email in ("nora@office.example", "nobody@office.example"):
        page = Client().post(LOGIN, {"login": email, "password": "wrong"}).content.decode()
        answers.append(re.sub(r"\b[0-9A-Za-z]{64}\b", "a token", page))

    assert answers[0].replace("nora@", "nobody@") == answers[1]


def test_nobody_signs_up(client: Client, tenant: Tenant) -> None:
    before = Account.objects.count()

    answer = client.post(
        "/account/signup/",
        {"email": "new@office.example", "password1": PASSWORD, "password2": PASSWORD},
    )

    assert (answer.status_code, Account.objects.count()) == (404, before)


# --- the end of a session --------------------------------------------------------------------


def fully_in(account: Account) -> Client:
    client = with_password(Client())
    client.post(SECOND, {"code": code_now()})
    assert is_in(client)
    return client


def test_a_session_gets_a_new_name_at_sign_in(nurse: Account, client: Client) -> None:
    client.get(LOGIN)
    client.cookies["sessionid"] = "chosen-by-the-attacker-0000000000"
    with_password(client)
    client.post(SECOND, {"code": code_now()})

    assert client.cookies["sessionid"].value != "chosen-by-the-attacker-0000000000"
    assert is_in(client)


def test_an_old_cookie_opens_nothing_after_signing_out(nurse: Account) -> None:
    client = fully_in(nurse)
    old = client.cookies["sessionid"].value

    client.post("/account/logout/")
    client.cookies["sessionid"] = old

    assert not is_in(client)


@pytest.mark.parametrize("change", ["dismissed", "another role", "another password"])
def test_what_changes_on_an_account_counts_at_the_next_click(nurse: Account, change: str) -> None:
    client = fully_in(nurse)
    if change == "dismissed":
        Account.objects.filter(id=nurse.id).update(is_active=False)
    elif change == "another role":
        Account.objects.filter(id=nurse.id).update(roles=[Role.OFFICE_ADMIN.value])
    else:
        nurse.set_password("another long enough sentence")
        nurse.save()

    assert client.get(DESK).status_code in {302, 403}


def test_somebody_else_s_session_id_cannot_be_guessed(nurse: Account) -> None:
    names = {fully_in_by_factory(nurse) for _ in range(50)}

    assert len(names) == 50
    assert min(len(name) for name in names) >= 32


def fully_in_by_factory(account: Account) -> str:
    return sign_in(Client(), account).cookies["sessionid"].value
