"""The language stays with the account: from browser to browser, on pages and in mails."""

import pytest
from django.core import mail
from django.test import Client

from factories.access import make_account, sign_in
from factories.prior_auth import make_world
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.timeline.models import CaseEvent

pytestmark = pytest.mark.django_db

PASSWORD = "seven geese over the lake"
SWITCH, LOGIN = "/language/", "/account/login/"


@pytest.fixture
def member() -> Account:
    world = make_world()
    return make_account(
        Role.MEMBER, world.tenant, member_id=world.member.id, language="en", password=PASSWORD
    )


def language_of(account: Account) -> str:
    account.refresh_from_db()
    return account.language


def test_the_choice_is_kept_on_the_account_and_followed_on_another_browser(
    member: Account,
) -> None:
    here, there = sign_in(Client(), member), sign_in(Client(), member)

    here.post(SWITCH, {"language": "es", "next": "/member/"})

    assert language_of(member) == "es"
    assert there.get("/member/").headers["Content-Language"] == "es"
    line = CaseEvent.objects.get(name="account.language_chosen")
    assert (line.case_id, line.details) == (member.id, {"language": "es"})


def test_the_account_s_language_is_applied_at_sign_in_over_the_browser_s(member: Account) -> None:
    Account.objects.filter(id=member.id).update(language="es")
    client = Client(headers={"accept-language": "en"})
    client.post(SWITCH, {"language": "en"})

    client.post(LOGIN, {"login": member.email, "password": PASSWORD})

    assert client.get("/member/").headers["Content-Language"] == "es"
    assert '<html lang="es"' in client.get("/contact/").content.decode()


def test_a_language_our_pages_do_not_speak_leaves_the_browser_s_choice(member: Account) -> None:
    Account.objects.filter(id=member.id).update(language="hy")
    client = Client()
    client.post(SWITCH, {"language": "es"})

    client.post(LOGIN, {"login": member.email, "password": PASSWORD})

    assert client.get("/member/").headers["Content-Language"] == "es"
    assert language_of(member) == "hy"


def test_what_went_wrong_is_said_in_the_account_s_language_too(member: Account) -> None:
    Account.objects.filter(id=member.id).update(language="es")
    browser = sign_in(Client(headers={"accept-language": "en"}), member)

    answer = browser.get("/member/letters/00000000-0000-7000-8000-000000000000/")

    assert answer.status_code == 404
    assert '<html lang="es"' in answer.content.decode()


def test_the_switch_comes_back_to_what_was_looked_for() -> None:
    page = Client().get("/rulebook/", {"q": "appeal"}).content.decode()

    assert 'name="next" value="/rulebook/?q=appeal"' in page


@pytest.mark.parametrize("language", ["", "xx", "hy", "es'--", "\x00"])
def test_an_unknown_language_changes_nothing(member: Account, language: str) -> None:
    answer = sign_in(Client(), member).post(SWITCH, {"language": language})

    assert answer.status_code == 302
    assert language_of(member) == "en"


def test_a_link_alone_chooses_no_language(member: Account) -> None:
    sign_in(Client(), member).get(SWITCH, {"language": "es"})

    assert language_of(member) == "en"


def test_the_same_choice_again_writes_nothing(member: Account) -> None:
    sign_in(Client(), member).post(SWITCH, {"language": "en"})

    assert not CaseEvent.objects.filter(name="account.language_chosen").exists()


def test_somebody_half_signed_in_changes_no_account() -> None:
    nurse = make_account(Role.NURSE)

    sign_in(Client(), nurse, second_factor=False).post(SWITCH, {"language": "es"})

    assert language_of(nurse) == "en"


def test_nobody_in_particular_may_switch_too() -> None:
    client = Client()

    client.post(SWITCH, {"language": "es", "next": "/"})

    assert '<html lang="es"' in client.get("/").content.decode()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_mail_is_written_in_the_language_of_its_account(member: Account, language: str) -> None:
    Account.objects.filter(id=member.id).update(language=language)
    other = "en" if language == "es" else "es"

    Client(headers={"accept-language": other}).post(
        "/account/password/reset/", {"email": member.email}
    )

    spanish = "contraseña" in f"{mail.outbox[-1].subject} {mail.outbox[-1].body}"
    assert spanish is (language == "es")
    assert member.name not in str(mail.outbox[-1].body)
