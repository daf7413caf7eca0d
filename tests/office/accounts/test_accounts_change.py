"""Accounts are switched off and on, change their role and their language; sessions end with it."""

import pytest
from django.test import Client

from factories.access import make_account, sign_in
from factories.roster import make_practice, make_tenant
from openmso.office import clock
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account, AccountSession
from openmso.office.access.roles import ROLES, Role
from openmso.office.accounts.actions.change_role import change_role
from openmso.office.accounts.actions.choose_language import choose_language
from openmso.office.accounts.actions.switch_account import NothingToSwitch, switch_off, switch_on
from openmso.office.accounts.queries import AccountNotFound
from openmso.office.timeline.models import CaseEvent

pytestmark = pytest.mark.django_db

DESK = "/staff/worklist/nurse/"


@pytest.fixture
def admin() -> Account:
    return make_account(Role.OFFICE_ADMIN)


@pytest.fixture
def nurse(admin: Account) -> Account:
    return make_account(Role.NURSE, admin.tenant)


def test_switched_off_a_person_is_out_at_once_and_others_stay(
    admin: Account, nurse: Account
) -> None:
    desks = [sign_in(Client(), nurse), sign_in(Client(), nurse)]
    other = sign_in(Client(), make_account(Role.NURSE, admin.tenant))

    switch_off(nurse.id, by=admin.as_actor(), at=clock.now())

    assert [desk.get(DESK).status_code for desk in desks] == [302, 302]
    assert other.get(DESK).status_code == 200
    line = CaseEvent.objects.get(name="account.switched_off")
    assert (line.case_id, line.actor_id, line.details) == (nurse.id, admin.id, {"sessions": 2})


def test_switched_on_again_no_old_session_comes_alive(admin: Account, nurse: Account) -> None:
    desk = sign_in(Client(), nurse)
    switch_off(nurse.id, by=admin.as_actor(), at=clock.now())
    late = sign_in(Client(), nurse)

    switch_on(nurse.id, by=admin.as_actor(), at=clock.now())

    assert desk.get(DESK).status_code == 302
    assert late.get(DESK).status_code == 302, "begun while the account was off"
    assert sign_in(Client(), nurse).get(DESK).status_code == 200


def test_a_change_of_role_signs_the_person_out_and_is_told(admin: Account, nurse: Account) -> None:
    desk = sign_in(Client(), nurse)

    change_role(nurse.id, role=Role.INTAKE, by=admin.as_actor(), at=clock.now())

    assert desk.get(DESK).status_code == 302
    nurse.refresh_from_db()
    assert nurse.roles == [Role.INTAKE]
    line = CaseEvent.objects.get(name="account.role_changed")
    assert line.details == {"before": ["um_nurse"], "role": "intake_coordinator"}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OFFICE_ADMIN])
def test_only_an_administrator_changes_accounts(nurse: Account, role: Role) -> None:
    practice = make_practice(nurse.tenant)
    given = {"practice_id": practice.id} if ROLES[role].area == "practice" else {}
    by = make_account(role, nurse.tenant, **given).as_actor()
    for change in (
        lambda: switch_off(nurse.id, by=by, at=clock.now()),
        lambda: switch_on(nurse.id, by=by, at=clock.now()),
        lambda: change_role(nurse.id, role=Role.INTAKE, by=by, at=clock.now()),
    ):
        with pytest.raises(NotAllowed):
            change()


def test_nobody_changes_their_own_account(admin: Account) -> None:
    by = admin.as_actor()

    with pytest.raises(NotAllowed):
        switch_off(admin.id, by=by, at=clock.now())
    with pytest.raises(NotAllowed):
        change_role(admin.id, role=Role.PHYSICIAN, by=by, at=clock.now())


def test_another_office_s_account_is_not_found(admin: Account) -> None:
    foreign = make_account(Role.NURSE, make_tenant())

    with pytest.raises(AccountNotFound):
        switch_off(foreign.id, by=admin.as_actor(), at=clock.now())
    with pytest.raises(AccountNotFound):
        change_role(foreign.id, role=Role.INTAKE, by=admin.as_actor(), at=clock.now())


@pytest.mark.parametrize(
    ("has", "wants"),
    [
        (Role.PRACTICE, Role.NURSE),
        (Role.PRACTICE_MANAGER, Role.OFFICE_ADMIN),
        (Role.MEMBER, Role.NURSE),
        (Role.NURSE, Role.PRACTICE),
        (Role.NURSE, Role.MEMBER),
    ],
)
def test_a_role_of_another_part_of_the_house_is_refused(
    admin: Account, has: Role, wants: Role
) -> None:
    account = make_account(has, admin.tenant)

    with pytest.raises(NotAllowed):
        change_role(account.id, role=wants, by=admin.as_actor(), at=clock.now())


def test_what_is_off_is_not_switched_off_again(admin: Account, nurse: Account) -> None:
    switch_off(nurse.id, by=admin.as_actor(), at=clock.now())

    with pytest.raises(NothingToSwitch):
        switch_off(nurse.id, by=admin.as_actor(), at=clock.now())


def test_a_language_is_chosen_by_the_person_and_by_nothing_else(nurse: Account) -> None:
    choose_language("es", by=nurse.as_actor(), at=clock.now())

    nurse.refresh_from_db()
    assert nurse.language == "es"
    with pytest.raises(NotAllowed):
        choose_language("en", by=Actor.system("Post room", nurse.tenant_id), at=clock.now())


def test_a_session_that_holds_nothing_readable_stops_nobody(admin: Account, nurse: Account) -> None:
    sign_in(Client(), nurse)
    AccountSession.objects.update(session_data="not ours")

    switch_off(nurse.id, by=admin.as_actor(), at=clock.now())

    nurse.refresh_from_db()
    assert not nurse.is_active
