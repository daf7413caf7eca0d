"""The administrator's desk: inviting, sending again, withdrawing, switching, other work."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.access import make_account, sign_in
from factories.invitations import make_invitation, reread, send
from factories.roster import make_practice, make_tenant
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.accounts.models import Invitation

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-09")]

ACCOUNTS, INVITE = "/staff/accounts/", "/staff/accounts/invite/"
NPI = "2000000036"
SIGN_IN, LIST, DETAIL, WRITE = 1, 4, 8, 12


@pytest.fixture
def admin() -> Account:
    return make_account(Role.OFFICE_ADMIN)


@pytest.fixture
def desk(admin: Account) -> Client:
    return sign_in(Client(), admin)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_practice_is_invited_by_the_npi_of_the_roster(admin: Account, desk: Client) -> None:
    practice = make_practice(admin.tenant, npi=NPI)

    answer = desk.post(
        INVITE, {"email": "Front@Harbor.Example", "role": "practice_manager", "npi": "20000-00036"}
    )

    assert answer.status_code == 302
    invitation = Invitation.objects.get()
    assert (invitation.practice_id, invitation.email) == (practice.id, "front@harbor.example")
    page = text_of(desk.get(ACCOUNTS))
    assert "front@harbor.example" in page
    assert practice.name in page
    assert "Waiting" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"email": "nobody", "role": "um_nurse"}, "email"),
        ({"email": "a@b.example"}, "Choose one."),
        ({"email": "a@b.example", "role": "member"}, "Choose one of the answers shown."),
        ({"email": "a@b.example", "role": "practice_staff"}, "needs the practice"),
        ({"email": "a@b.example", "role": "practice_staff", "npi": "123"}, "NPI"),
        (
            {"email": "a@b.example", "role": "practice_staff", "npi": NPI},
            "No practice of our roster",
        ),
    ],
)
def test_a_mistake_gets_a_sentence_and_loses_nothing(
    desk: Client, typed: dict[str, str], words: str
) -> None:
    make_practice(make_tenant(), npi=NPI)  # another office's is none of ours

    answer = desk.post(INVITE, typed)

    assert answer.status_code == 422
    assert words in text_of(answer)
    assert typed["email"] in text_of(answer)
    assert not Invitation.objects.exists()


def test_of_several_places_with_one_npi_the_administrator_chooses(
    admin: Account, desk: Client
) -> None:
    make_practice(admin.tenant, npi=NPI, name="Harbor North")
    south = make_practice(admin.tenant, npi=NPI, name="Harbor South")
    typed = {"email": "a@b.example", "role": "practice_manager", "npi": NPI}

    asked = desk.post(INVITE, typed)
    sent = desk.post(INVITE, typed | {"practice": str(south.id)})

    assert asked.status_code == 422
    assert "Harbor North" in text_of(asked)
    assert sent.status_code == 302
    assert Invitation.objects.get().practice_id == south.id


def test_a_place_that_does_not_carry_the_npi_cannot_be_slipped_in(
    admin: Account, desk: Client
) -> None:
    make_practice(admin.tenant, npi=NPI)
    other = make_practice(admin.tenant, npi="2000000044")
    typed = {"email": "a@b.example", "role": "practice_manager", "npi": NPI}

    answer = desk.post(INVITE, typed | {"practice": str(other.id)})

    assert answer.status_code == 422
    assert not Invitation.objects.exists()


def test_an_npi_beside_a_staff_role_means_nothing(admin: Account, desk: Client) -> None:
    make_practice(admin.tenant, npi=NPI)

    desk.post(INVITE, {"email": "a@b.example", "role": "um_nurse", "npi": NPI})

    assert Invitation.objects.get().practice_id is None


def test_an_invitation_is_sent_again_and_withdrawn(admin: Account, desk: Client) -> None:
    invitation = make_invitation(admin)
    send(invitation)
    own = f"{ACCOUNTS}invitations/{invitation.id}/"

    again = desk.post(f"{own}again/", follow=True)
    withdrawn = desk.post(f"{own}withdraw/", follow=True)
    too_late = desk.post(f"{own}again/", follow=True)

    assert "A new link is on its way." in text_of(again)
    assert "Withdrawn. The link no longer works." in text_of(withdrawn)
    assert "This invitation was withdrawn." in text_of(too_late)
    assert reread(invitation.id).secret_sha256 == ""


def test_an_account_is_switched_off_and_on_with_its_history(admin: Account, desk: Client) -> None:
    nurse = make_account(Role.NURSE, admin.tenant)
    own = f"{ACCOUNTS}{nurse.id}/"

    asked = desk.get(f"{own}switch-off/")
    off = desk.post(f"{own}switch-off/", follow=True)
    twice = desk.post(f"{own}switch-off/")
    on = desk.post(f"{own}switch-on/", follow=True)

    assert nurse.name in text_of(asked)
    assert "Whoever was signed in with it is out." in text_of(off)
    assert twice.status_code == 409
    assert "Switched on" in text_of(on)
    assert admin.name in text_of(on)


def test_the_work_of_a_person_is_changed_and_told(admin: Account, desk: Client) -> None:
    nurse = make_account(Role.NURSE, admin.tenant)

    page = desk.post(f"{ACCOUNTS}{nurse.id}/role/", {"role": "um_supervisor"}, follow=True)
    crossing = desk.post(f"{ACCOUNTS}{nurse.id}/role/", {"role": "practice_manager"})

    assert "UM nurse → UM supervisor" in text_of(page)
    assert crossing.status_code == 422
    nurse.refresh_from_db()
    assert nurse.roles == [Role.SUPERVISOR]


def test_one_s_own_account_is_left_alone(admin: Account, desk: Client) -> None:
    own = f"{ACCOUNTS}{admin.id}/"

    page = desk.get(own)
    role = desk.post(f"{own}role/", {"role": "physician_reviewer"})
    off = desk.post(f"{own}switch-off/")

    assert "This is your own account." in text_of(page)
    assert (role.status_code, off.status_code) == (422, 409)
    assert "Nobody changes their own role." in text_of(role)
    admin.refresh_from_db()
    assert (admin.roles, admin.is_active) == ([Role.OFFICE_ADMIN], True)


def test_an_account_is_found_by_its_beginning_and_never_by_address(
    admin: Account, desk: Client
) -> None:
    make_account(Role.NURSE, admin.tenant, name="Quirina Quist")
    make_account(Role.NURSE, make_tenant(), name="Quirina Foreign")

    found = text_of(desk.post(ACCOUNTS, {"text": "quir"}))
    nobody = text_of(desk.post(ACCOUNTS, {"text": "zzz"}))

    assert "Quirina Quist" in found
    assert "Quirina Foreign" not in found
    assert admin.email not in found
    assert "No account begins like this." in nobody


def statements(ask: Callable[[], object]) -> int:
    """Count what was asked, beside the sign-in's own and what opens and closes a transaction."""
    with CaptureQueriesContext(connection) as seen:
        ask()
    asked = [one["sql"] for one in seen.captured_queries]
    marks = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
    return len([sql for sql in asked if not sql.startswith(marks)]) - SIGN_IN


def test_the_pages_keep_to_their_number_of_statements(admin: Account, desk: Client) -> None:
    practice = make_practice(admin.tenant, npi=NPI)
    nurse = make_account(Role.NURSE, admin.tenant)
    for n in range(3):
        make_invitation(admin, f"{n}@b.example", role=Role.PRACTICE, practice_id=practice.id)
    desk.get(ACCOUNTS)
    typed = {"email": "a@b.example", "role": "practice_staff", "npi": NPI}

    assert statements(lambda: desk.get(ACCOUNTS)) <= LIST
    assert statements(lambda: desk.get(f"{ACCOUNTS}{nurse.id}/")) <= DETAIL
    assert statements(lambda: desk.post(INVITE, typed)) <= WRITE
    assert statements(lambda: desk.post(f"{ACCOUNTS}{nurse.id}/switch-off/")) <= WRITE
