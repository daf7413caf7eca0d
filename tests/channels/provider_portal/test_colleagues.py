"""The first person of a practice invites its colleagues, and sees nobody else's."""

import pytest
from django.test import Client

from factories.access import make_account, sign_in
from factories.invitations import make_invitation, reread
from factories.prior_auth import World
from factories.roster import make_practice
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.accounts.models import Invitation

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-09")]

COLLEAGUES = "/practice/colleagues/"


@pytest.fixture
def manager(world: World) -> Account:
    return make_account(Role.PRACTICE_MANAGER, world.tenant, practice_id=world.practice.id)


@pytest.fixture
def browser(manager: Account) -> Client:
    return sign_in(Client(), manager)


def test_a_colleague_is_invited_to_the_own_practice_as_staff_whatever_else_is_sent(
    world: World, browser: Client
) -> None:
    elsewhere = make_practice(world.tenant)

    answer = browser.post(
        COLLEAGUES,
        {
            "email": "desk@harbor.example",
            "role": "office_admin",
            "practice_id": str(elsewhere.id),
        },
        follow=True,
    )

    invitation = Invitation.objects.get()
    assert (invitation.role, invitation.practice_id) == (Role.PRACTICE, world.practice.id)
    assert "desk@harbor.example" in answer.content.decode()


def test_the_page_shows_the_own_colleagues_only(
    world: World, manager: Account, browser: Client
) -> None:
    other = make_practice(world.tenant)
    make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id, name="Close Colleague")
    make_account(Role.PRACTICE, world.tenant, practice_id=other.id, name="Far Stranger")
    admin = make_account(Role.OFFICE_ADMIN, world.tenant)
    make_invitation(admin, "far@b.example", role=Role.PRACTICE, practice_id=other.id)

    page = browser.get(COLLEAGUES).content.decode()

    assert "Close Colleague" in page
    assert "Far Stranger" not in page
    assert "far@b.example" not in page


def test_own_invitations_are_sent_again_and_withdrawn_others_are_not_found(
    world: World, manager: Account, browser: Client
) -> None:
    given = {"role": Role.PRACTICE, "practice_id": world.practice.id}
    own = make_invitation(manager, **given)
    admin = make_account(Role.OFFICE_ADMIN, world.tenant)
    of_staff = make_invitation(admin, "nurse@office.example")

    again = browser.post(f"{COLLEAGUES}{own.id}/again/")
    withdrawn = browser.post(f"{COLLEAGUES}{own.id}/withdraw/")
    foreign = browser.post(f"{COLLEAGUES}{of_staff.id}/withdraw/")

    assert (again.status_code, withdrawn.status_code, foreign.status_code) == (302, 302, 404)
    assert reread(own.id).withdrawn_at
    assert reread(of_staff.id).withdrawn_at is None


def test_a_wrong_e_mail_gets_a_sentence(browser: Client) -> None:
    answer = browser.post(COLLEAGUES, {"email": "not an e-mail"})

    assert answer.status_code == 422
    assert "not an e-mail" in answer.content.decode()


def test_staff_of_a_practice_invite_nobody(practice: Client) -> None:
    assert practice.get(COLLEAGUES).status_code == 403
    assert practice.post(COLLEAGUES, {"email": "a@b.example"}).status_code == 403
    assert not Invitation.objects.exists()
