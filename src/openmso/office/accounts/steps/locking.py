"""Reading a row that is about to change, so that two changes at once come one after the other."""

from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account

from ..domain.reach import looks_after
from ..models import Invitation
from ..queries import AccountNotFound, InvitationNotFound


class InvitationClosed(ValueError):
    """The invitation was accepted or withdrawn. The sentence is written for the person."""


def open_invitation(invitation_id: UUID, *, by: Actor) -> Invitation:
    """Lock and return an invitation that nobody has accepted or withdrawn.

    Raises InvitationNotFound (also for one outside the reach of `by`), InvitationClosed.
    """
    invitation = (
        Invitation.objects.select_for_update()
        .filter(tenant_id=by.tenant_id, id=invitation_id)
        .first()
    )
    if invitation is None or not looks_after(by, invitation.practice_id):
        raise InvitationNotFound("no such invitation in your reach")
    return still_open(invitation)


def still_open(invitation: Invitation) -> Invitation:
    """Return the invitation; raises InvitationClosed when it has come to its end."""
    if invitation.accepted_at is not None:
        raise InvitationClosed("This person has opened the account already.")
    if invitation.withdrawn_at is not None:
        raise InvitationClosed("This invitation was withdrawn.")
    return invitation


def account_to_change(account_id: UUID, *, by: Actor) -> Account:
    """Lock and return an account of the office of `by`; raises AccountNotFound."""
    account = (
        Account.objects.select_for_update().filter(tenant_id=by.tenant_id, id=account_id).first()
    )
    if account is None:
        raise AccountNotFound("no such account in your reach")
    return account
