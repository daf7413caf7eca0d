"""An invitation: one mail, one link, one use, an end; and everybody who tries something else."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from factories.access import make_account
from factories.invitations import HOLDS_FOR, SITE, make_invitation, reread, send
from factories.roster import make_practice, make_tenant
from openmso.office import clock
from openmso.office.access.actor import NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.accept_invitation import (
    EmailTaken,
    LinkNotGood,
    OtherTerms,
    accept_invitation,
)
from openmso.office.accounts.actions.invite import AlreadyHere, AlreadyInvited
from openmso.office.accounts.actions.invite_again import invite_again
from openmso.office.accounts.actions.withdraw_invitation import withdraw_invitation
from openmso.office.accounts.models import Invitation
from openmso.office.accounts.queries import InvitationNotFound, invitations_for
from openmso.office.accounts.steps.locking import InvitationClosed
from openmso.office.accounts.terms import TERMS
from openmso.office.timeline.models import CaseEvent
from openmso.roster.providers.actions.invite_practice import invite_practice
from openmso.roster.providers.models import Practice

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-09")]

PASSWORD = "seven geese over the lake"


@pytest.fixture
def admin() -> Account:
    return make_account(Role.OFFICE_ADMIN)


def accept(secret: str, **given: Any) -> Account:
    fields: dict[str, Any] = {
        "name": "Nina New",
        "password": PASSWORD,
        "terms_read": TERMS.edition,
        "at": clock.now(),
    }
    return accept_invitation(secret, **(fields | given))


def test_the_mail_says_nothing_about_people_or_places(admin: Account) -> None:
    practice = make_practice(admin.tenant, name="Harbor Family Doctors")
    invitation = make_invitation(admin, role=Role.PRACTICE_MANAGER, practice_id=practice.id)

    send(invitation)

    letter = mail.outbox[-1]
    said = f"{letter.subject} {letter.body}"
    assert letter.to == ["new@practice.example"]
    for name in (admin.name, admin.email, practice.name, admin.tenant.name, "manager"):
        assert name not in said


def test_neither_the_database_nor_the_job_holds_the_secret(admin: Account) -> None:
    invitation = make_invitation(admin)
    job = ProcrastinateJob.objects.get(task_name="accounts.send_invitation")
    secret = send(invitation)

    kept = reread(invitation.id)

    assert len(secret) >= 43
    assert set(job.args) == {"tenant_id", "invitation_id", "site"}
    assert secret not in str(vars(kept))
    assert kept.secret_sha256
    assert secret not in str(list(CaseEvent.objects.values_list("details", flat=True)))


def test_who_accepts_has_the_account_that_was_offered_and_nothing_more(admin: Account) -> None:
    practice = make_practice(admin.tenant)
    secret = send(make_invitation(admin, role=Role.PRACTICE_MANAGER, practice_id=practice.id))

    account = accept(secret)

    assert account.check_password(PASSWORD)
    assert (account.tenant_id, account.email) == (admin.tenant_id, "new@practice.example")
    assert (account.roles, account.practice_id) == ([Role.PRACTICE_MANAGER], practice.id)
    told = set(CaseEvent.objects.values_list("name", flat=True))
    assert {"invitation.made", "invitation.sent", "invitation.accepted", "account.opened"} <= told
    opened = CaseEvent.objects.get(name="account.opened")
    assert (opened.case_id, opened.details["terms"]) == (account.id, TERMS.edition)


def test_a_link_works_once(admin: Account) -> None:
    secret = send(make_invitation(admin))
    accept(secret)

    with pytest.raises(LinkNotGood):
        accept(secret)

    assert Account.objects.filter(email="new@practice.example").count() == 1


def test_a_link_ends_at_its_hour(admin: Account) -> None:
    with time_machine.travel(clock.now(), tick=False):
        invitation = make_invitation(admin)
        secret = send(invitation)

        with pytest.raises(LinkNotGood):
            accept(secret, at=invitation.expires_at)

        assert accept(secret, at=invitation.expires_at - timedelta(seconds=1))


def test_sent_again_the_earlier_link_ends_at_once_and_the_new_one_lasts_anew(
    admin: Account,
) -> None:
    invitation = make_invitation(admin)
    first = send(invitation)
    later = clock.now() + HOLDS_FOR * 2

    invite_again(invitation.id, holds_for=HOLDS_FOR, site=SITE, by=admin.as_actor(), at=later)
    with pytest.raises(LinkNotGood):
        accept(first, at=later)
    second = send(invitation)

    assert reread(invitation.id).expires_at == later + HOLDS_FOR
    assert second != first
    assert accept(second, at=later)


def test_a_withdrawn_link_opens_nothing_and_is_not_mailed(admin: Account) -> None:
    invitation, late = make_invitation(admin), make_invitation(admin, "late@practice.example")
    secret = send(invitation)
    for one in (invitation, late):
        withdraw_invitation(one.id, by=admin.as_actor(), at=clock.now())

    with pytest.raises(LinkNotGood):
        accept(secret)
    assert send(late) == ""
    with pytest.raises(InvitationClosed):
        invite_again(
            invitation.id, holds_for=HOLDS_FOR, site=SITE, by=admin.as_actor(), at=clock.now()
        )


def test_a_mail_sent_twice_by_a_restarted_job_leaves_one_good_link(admin: Account) -> None:
    invitation = make_invitation(admin)
    first, second = send(invitation), send(invitation)

    with pytest.raises(LinkNotGood):
        accept(first)
    assert accept(second)


@pytest.mark.parametrize("guess", ["", "0", "x" * 43, "\x00", "' OR 1=1 --", "é" * 20])
def test_no_guess_opens_an_account(admin: Account, guess: str) -> None:
    """Also not the empty one, while an invitation waits whose mail is not made yet."""
    make_invitation(admin)
    before = Account.objects.count()

    with pytest.raises(LinkNotGood):
        accept(guess)

    assert Account.objects.count() == before


def test_the_digest_itself_is_no_link(admin: Account) -> None:
    invitation = make_invitation(admin)
    send(invitation)

    with pytest.raises(LinkNotGood):
        accept(reread(invitation.id).secret_sha256)


def test_the_terms_are_those_that_were_read(admin: Account) -> None:
    secret = send(make_invitation(admin))

    with pytest.raises(OtherTerms):
        accept(secret, terms_read="1999-1")

    assert accept(secret)


def test_another_office_neither_sees_nor_touches_an_invitation(admin: Account) -> None:
    invitation = make_invitation(admin)
    stranger = make_account(Role.OFFICE_ADMIN, make_tenant()).as_actor()

    assert invitations_for(stranger) == []
    with pytest.raises(InvitationNotFound):
        withdraw_invitation(invitation.id, by=stranger, at=clock.now())
    with pytest.raises(InvitationNotFound):
        invite_again(invitation.id, holds_for=HOLDS_FOR, site=SITE, by=stranger, at=clock.now())


def test_a_manager_sees_the_own_practice_s_invitations_only(admin: Account) -> None:
    ours, theirs = make_practice(admin.tenant), make_practice(admin.tenant)
    manager = make_account(Role.PRACTICE_MANAGER, admin.tenant, practice_id=ours.id)
    own = make_invitation(manager, "one@practice.example", role=Role.PRACTICE, practice_id=ours.id)
    other = make_invitation(
        admin, "two@practice.example", role=Role.PRACTICE, practice_id=theirs.id
    )
    of_staff = make_invitation(admin, "three@office.example")

    assert invitations_for(manager.as_actor()) == [own]
    for foreign in (other, of_staff):
        with pytest.raises(InvitationNotFound):
            withdraw_invitation(foreign.id, by=manager.as_actor(), at=clock.now())


@pytest.mark.parametrize(
    ("role", "own_practice"),
    [
        (Role.OFFICE_ADMIN, False),
        (Role.PHYSICIAN, False),
        (Role.PRACTICE_MANAGER, True),
        (Role.OFFICE_ADMIN, True),
        (Role.MEMBER, False),
    ],
)
def test_a_manager_makes_nobody_more_than_a_colleague(
    admin: Account, role: Role, own_practice: bool
) -> None:
    practice = make_practice(admin.tenant)
    manager = make_account(Role.PRACTICE_MANAGER, admin.tenant, practice_id=practice.id)

    with pytest.raises(NotAllowed):
        make_invitation(manager, role=role, practice_id=practice.id if own_practice else None)

    assert not Invitation.objects.exists()


def test_a_practice_of_another_office_cannot_be_invited(admin: Account) -> None:
    foreign = make_practice(make_tenant())

    with pytest.raises(Practice.DoesNotExist):
        invite_practice(
            foreign.id,
            email="new@practice.example",
            role=Role.PRACTICE_MANAGER,
            holds_for=HOLDS_FOR,
            site=SITE,
            by=admin.as_actor(),
            at=clock.now(),
        )


def test_nobody_is_invited_twice_to_the_same_place(admin: Account) -> None:
    make_invitation(admin)

    with pytest.raises(AlreadyInvited):
        make_invitation(admin, "NEW@practice.example")
    with pytest.raises(AlreadyHere):
        make_invitation(admin, admin.email)


def test_the_database_itself_refuses_a_second_open_invitation(admin: Account) -> None:
    row = make_invitation(admin)
    row.id = uuid4()

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_an_account_elsewhere_is_the_invited_person_s_news_not_the_inviter_s(
    admin: Account,
) -> None:
    make_account(Role.NURSE, make_tenant(), email="new@practice.example")

    invitation = make_invitation(admin)
    with pytest.raises(EmailTaken):
        accept(send(invitation))

    assert reread(invitation.id).accepted_at is None
