"""The first practice's colleagues: one has an account by now, one may open it, one came too late.

Each by the actions of the page "Colleagues" and of its mail, at the time of the story.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.accept_invitation import accept_invitation
from openmso.office.accounts.actions.invite import invite
from openmso.office.accounts.actions.make_link import make_link
from openmso.office.accounts.jobs import POST_ROOM
from openmso.office.accounts.links import new_secret
from openmso.office.accounts.mail import invitation_mail
from openmso.office.accounts.terms import TERMS

from .accounts import Staff
from .people import password_of

MANAGER = "practice-manager"
_MAILED_AFTER, _ACCEPTED_AFTER = timedelta(minutes=1), timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who was invited so long `ago`; with a `name` they have opened their account."""

    email: str
    ago: timedelta
    name: str = ""


COLLEAGUES = (
    Colleague(
        email="duarte@larkspur.example",
        ago=timedelta(days=41),
        name="Yesenia Duarte",
    ),
    Colleague(email="night.desk@larkspur.example", ago=timedelta(days=16)),
    Colleague(email="new.colleague@larkspur.example", ago=timedelta(hours=5)),
)


def write_invitations(staff: Staff, *, at: datetime) -> None:
    """Let the manager of the first practice invite its colleagues before `at`; an office without
    such a manager invites nobody. The mail of a link that still works goes out."""
    if MANAGER not in staff.accounts:
        return
    manager = staff.accounts[MANAGER].as_actor()
    for colleague in COLLEAGUES:
        _invited(colleague, by=manager, at=at - colleague.ago, now=at)


def _invited(colleague: Colleague, *, by: Actor, at: datetime, now: datetime) -> None:
    site = settings.PUBLIC_ADDRESS
    invitation = invite(
        colleague.email,
        role=Role.PRACTICE,
        practice_id=by.practice_id,
        holds_for=timedelta(hours=settings.INVITATION_HOURS),
        site=site,
        by=by,
        at=at,
    )
    secret = new_secret()
    post_room = Actor.system(POST_ROOM, by.tenant_id)
    invitation = make_link(invitation.id, secret=secret, by=post_room, at=at + _MAILED_AFTER)
    if colleague.name:
        accept_invitation(
            secret,
            name=colleague.name,
            password=password_of(colleague.name),
            terms_read=TERMS.edition,
            at=at + _ACCEPTED_AFTER,
        )
    elif now < invitation.expires_at:
        invitation_mail(invitation, secret=secret, site=site).send()
