"""Opening an account by the link of a mail, up to the first page of one's work."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from factories.access import make_account
from factories.invitations import make_invitation, send
from factories.roster import make_practice
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.withdraw_invitation import withdraw_invitation
from openmso.office.accounts.terms import TERMS
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-09")]

DOOR = "/invitation/"
PASSWORD = "seven geese over the lake"
APP = "/account/second-factor/totp/activate/"


@pytest.fixture
def admin() -> Account:
    return make_account(Role.OFFICE_ADMIN)


@pytest.fixture
def link(admin: Account) -> str:
    practice = make_practice(admin.tenant)
    return send(make_invitation(admin, role=Role.PRACTICE_MANAGER, practice_id=practice.id))


def filled_in(link: str, **given: str) -> dict[str, str]:
    return {
        "name": "Nina New",
        "password": PASSWORD,
        "again": PASSWORD,
        "agreed": "on",
        "terms": TERMS.edition,
        "link": link,
    } | given


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_from_the_mail_to_the_first_page_of_the_practice(link: str) -> None:
    client = Client()
    page = client.get(DOOR, {"link": link})
    assert "Open your account" in text_of(page)

    opened = client.post(DOOR, filled_in(link))
    assert opened.headers["Location"] == "/account/login/"

    signed_in = client.post(
        "/account/login/", {"login": "new@practice.example", "password": PASSWORD}
    )
    assert client.get("/practice/").headers["Location"] == "/account/second-factor/"
    assert signed_in.status_code == 302

    client.post("/account/reauthenticate/", {"password": PASSWORD})
    secret = client.get(APP).context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    client.post(APP, {"code": code})

    assert client.get("/practice/").status_code == 200
    assert client.get("/practice/colleagues/").status_code == 200


def test_a_wrong_code_of_the_new_app_opens_nothing(link: str) -> None:
    client = Client()
    client.post(DOOR, filled_in(link))
    client.post("/account/login/", {"login": "new@practice.example", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    assert client.get(APP).status_code == 200

    client.post(APP, {"code": "000000"})

    assert client.get("/practice/").status_code == 302


def test_the_page_names_no_office_s_secrets_and_is_kept_by_no_cache(link: str) -> None:
    page = Client().get(DOOR, {"link": link})

    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert_ids_resolve(text_of(page))
    assert_nothing_inline(text_of(page))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": ""}, "Fill this in."),
        ({"password": "short", "again": "short"}, "too short"),
        ({"password": "password1234", "again": "password1234"}, "too common"),
        ({"again": "another long sentence"}, "The two passwords differ."),
        ({"agreed": ""}, "Check this box to go on."),
        ({"terms": "1999-1"}, "The terms have changed"),
    ],
)
def test_a_mistake_gets_a_sentence_and_the_link_stays_good(
    link: str, given: dict[str, str], words: str
) -> None:
    answer = Client().post(DOOR, filled_in(link, **given))

    assert answer.status_code == 422
    assert words in text_of(answer)
    assert PASSWORD not in text_of(answer)
    assert Client().post(DOOR, filled_in(link)).status_code == 302


def test_used_withdrawn_and_invented_links_get_one_and_the_same_answer(
    admin: Account, link: str
) -> None:
    Client().post(DOOR, filled_in(link))
    taken_back = make_invitation(admin, "other@office.example")
    withdrawn = send(taken_back)
    withdraw_invitation(taken_back.id, by=admin.as_actor(), at=taken_back.invited_at)

    answers = [
        Client().get(DOOR, {"link": one}) for one in (link, withdrawn, "x" * 43, "\x00", "")
    ] + [Client().post(DOOR, filled_in(one)) for one in (link, withdrawn, "x" * 43)]

    assert {answer.status_code for answer in answers} == {404}
    bodies = {re.sub(r"\b[0-9A-Za-z]{64}\b", "", text_of(answer)) for answer in answers}
    assert len(bodies) == 1
    assert Account.objects.filter(email="other@office.example").count() == 0


def test_what_is_sent_along_changes_neither_role_nor_office_nor_practice(
    admin: Account, link: str
) -> None:
    Client().post(
        DOOR,
        filled_in(link)
        | {
            "role": "office_admin",
            "roles": "office_admin",
            "practice_id": "",
            "tenant_id": "1",
            "email": "thief@example.org",
        },
    )

    account = Account.objects.get(email="new@practice.example")
    assert account.roles == [Role.PRACTICE_MANAGER]
    assert account.tenant_id == admin.tenant_id
    assert not Account.objects.filter(email="thief@example.org").exists()


def test_looking_at_the_link_uses_nothing_up(link: str) -> None:
    """Mail programs open links before people do."""
    for _ in range(3):
        Client().get(DOOR, {"link": link})
        Client().head(DOOR, {"link": link})

    assert Client().post(DOOR, filled_in(link)).status_code == 302


def test_an_e_mail_that_has_an_account_elsewhere_is_told_on_the_page(link: str) -> None:
    make_account(Role.NURSE, email="new@practice.example")

    answer = Client().post(DOOR, filled_in(link))

    assert answer.status_code == 409
    assert "You have an account already" in text_of(answer)
