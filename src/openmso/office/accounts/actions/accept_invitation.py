"""The invited person opens the account: once, with their own name and password."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from openmso.office.access.models import Account
from openmso.office.timeline.action import action, record

from ..account_line import AccountLine
from ..events import Event
from ..links import digest_of
from ..models import Invitation
from ..terms import TERMS


class LinkNotGood(LookupError):
    """The link was used, replaced, taken back, is too old, or never was one."""


class EmailTaken(ValueError):
    """An account with this e-mail exists already, in this office or in another one."""


class OtherTerms(ValueError):
    """The terms have changed since the page was opened. Read them again."""


@action
def accept_invitation(
    secret: str, *, name: str, password: str, terms_read: str, at: datetime
) -> Account:
    """Open the account of the invitation whose link holds `secret`, and close the link.

    The password must have passed the office's checks. Role, practice and office are those of the
    invitation, whatever else was sent. Raises LinkNotGood, EmailTaken, OtherTerms.
    """
    if terms_read != TERMS.edition:
        raise OtherTerms("The terms have changed since you opened this page. Read them again.")
    invitation = _locked(secret, at)
    account = _open_account(invitation, name=name, password=password)
    invitation.secret_sha256 = ""
    invitation.accepted_at = at
    invitation.account_id = account.id
    invitation.save()
    by = account.as_actor()
    record(invitation, Event.ACCEPTED, by=by, at=at)
    record(
        AccountLine.of(account),
        Event.OPENED,
        by=by,
        at=at,
        role=invitation.role,
        invited_by=str(invitation.invited_by_id or ""),
        terms=TERMS.edition,
    )
    return account


def _locked(secret: str, at: datetime) -> Invitation:
    invitation = (
        Invitation.objects.select_for_update().filter(secret_sha256=digest_of(secret)).first()
        if secret
        else None
    )
    if invitation is None or invitation.state(at) != Invitation.State.PENDING:
        raise LinkNotGood("This link no longer works.")
    return invitation


def _open_account(invitation: Invitation, *, name: str, password: str) -> Account:
    """Create the account; the e-mail is proven, for the link came by it."""
    try:
        with transaction.atomic():
            account = Account.objects.create_account(
                password=password,
                tenant_id=invitation.tenant_id,
                email=invitation.email,
                name=name,
                roles=[invitation.role],
                practice_id=invitation.practice_id,
            )
            EmailAddress.objects.create(
                user=account, email=account.email, verified=True, primary=True
            )
    except IntegrityError:
        raise EmailTaken("There is an account with this e-mail already.") from None
    return account
