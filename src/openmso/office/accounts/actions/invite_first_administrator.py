"""The first administrator of an office is asked to open an account: nobody is there to ask.

Whoever may run commands on the office's machine does it; from then on administrators invite.
"""

from datetime import datetime, timedelta

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.action import action, record

from ..events import Event
from ..links import digest_of
from ..models import Invitation
from .invite import AlreadyHere, AlreadyInvited


class HasAdministrator(ValueError):
    """The office has an administrator who can invite. The sentence is written for the person."""


@action
def invite_first_administrator(
    email: str, *, secret: str, holds_for: timedelta, by: Actor, at: datetime
) -> Invitation:
    """Keep the digest of `secret` for this e-mail; the link works for `holds_for` from `at`.

    Links made here earlier, for this e-mail or another one, stop working. No mail is ordered: the
    caller hands the link over. Possible again when every administrator is switched off. Raises
    HasAdministrator, AlreadyHere, AlreadyInvited; NotAllowed when a person signed in asks for it.
    """
    if by.is_person:
        raise NotAllowed("Invite administrators under Accounts.")
    # Of two commands at once the second waits here and sees what the first has written.
    Tenant.objects.select_for_update().get(id=by.tenant_id)
    email = email.strip().lower()
    _require_nobody(email, by)
    for earlier in _made_here(by):
        earlier.secret_sha256 = ""
        earlier.withdrawn_at = at
        earlier.save()
        record(earlier, Event.WITHDRAWN, by=by, at=at)
    invitation = Invitation(
        tenant_id=by.tenant_id,
        email=email,
        role=Role.OFFICE_ADMIN.value,
        invited_by_name=by.name,
        invited_at=at,
        expires_at=at + holds_for,
        secret_sha256=digest_of(secret),
        sent_at=at,
    )
    invitation.save(force_insert=True)
    record(invitation, Event.INVITED, by=by, at=at, role=invitation.role, practice="")
    return invitation


def _require_nobody(email: str, by: Actor) -> None:
    accounts = Account.objects.filter(tenant_id=by.tenant_id)
    if accounts.filter(roles__contains=[Role.OFFICE_ADMIN], is_active=True).exists():
        raise HasAdministrator(
            "The office has an administrator already, who invites others under Accounts."
        )
    if accounts.filter(email=email).exists():
        raise AlreadyHere("There is an account with this e-mail already.")
    others = Invitation.objects.filter(
        tenant_id=by.tenant_id, email=email, accepted_at=None, withdrawn_at=None
    ).exclude(invited_by_id=None)
    if others.exists():
        raise AlreadyInvited("This e-mail has an invitation by a colleague, which is still open.")


def _made_here(by: Actor) -> list[Invitation]:
    return list(
        Invitation.objects.select_for_update().filter(
            tenant_id=by.tenant_id, invited_by_id=None, accepted_at=None, withdrawn_at=None
        )
    )
