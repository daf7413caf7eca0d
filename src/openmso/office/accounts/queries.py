"""Who has an account and who was asked to open one, as far as the viewer looks after them."""

from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.models import CaseEvent
from openmso.standards.typed_text import kept

from .account_line import KIND
from .domain.reach import looks_after
from .links import digest_of
from .models import Invitation

MOST_ROWS = 50


class AccountNotFound(LookupError):
    """There is no such account, or it is not the viewer's to look after."""


class InvitationNotFound(LookupError):
    """There is no such invitation, or it is not the viewer's to look after."""


def accounts_for(viewer: Actor, text: str = "") -> list[Account]:
    """Return up to 50 accounts by name, those whose name or e-mail begins with `text`. One query.

    Empty for people who look after no accounts.
    """
    rows = _accounts(viewer)
    if text := kept(text).strip():
        rows = rows.filter(Q(name__istartswith=text) | Q(email__istartswith=text))
    return list(rows.order_by("name", "id")[:MOST_ROWS])


def account_for(viewer: Actor, account_id: UUID) -> Account:
    """Return one account; raises AccountNotFound."""
    try:
        return _accounts(viewer).get(id=account_id)
    except Account.DoesNotExist:
        raise AccountNotFound("no such account in your reach") from None


def invitations_for(viewer: Actor) -> list[Invitation]:
    """Return up to 50 invitations, the newest first. One query."""
    return list(_invitations(viewer).order_by("-invited_at", "id")[:MOST_ROWS])


def invitation_of_link(secret: str) -> Invitation | None:
    """Return the invitation whose link holds this secret, of whatever office, or None."""
    if not secret:
        return None
    return Invitation.objects.filter(secret_sha256=digest_of(secret)).first()


def history_of(account: Account) -> list[CaseEvent]:
    """Return what happened to an account, the newest first. One query."""
    return list(
        CaseEvent.objects.filter(
            tenant_id=account.tenant_id, case_kind=KIND, case_id=account.id
        ).order_by("-recorded_at", "-line")[:MOST_ROWS]
    )


def _accounts(viewer: Actor) -> QuerySet[Account]:
    rows = Account.objects.filter(tenant_id=viewer.tenant_id)
    if viewer.may(Permission.ACCOUNT_MANAGE):
        return rows
    if looks_after(viewer, viewer.practice_id):
        return rows.filter(practice_id=viewer.practice_id)
    return rows.none()


def _invitations(viewer: Actor) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(tenant_id=viewer.tenant_id)
    if viewer.may(Permission.ACCOUNT_MANAGE):
        return rows
    if looks_after(viewer, viewer.practice_id):
        return rows.filter(practice_id=viewer.practice_id)
    return rows.none()
