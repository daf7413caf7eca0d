"""Invitations as they lie in a mailbox: made by an administrator, the link taken from the mail."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import mail

from openmso.office import clock
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.invite import invite
from openmso.office.accounts.jobs import send_invitation
from openmso.office.accounts.models import Invitation

SITE = "http://testserver/"
HOLDS_FOR = timedelta(hours=72)


def make_invitation(by: Account, email: str = "new@practice.example", **given: Any) -> Invitation:
    """An invitation of one of our staff (`role=`, `practice_id=` for others), not sent yet."""
    fields: dict[str, Any] = {
        "role": Role.NURSE,
        "practice_id": None,
        "holds_for": HOLDS_FOR,
        "site": SITE,
        "at": clock.now(),
    }
    return invite(email, by=by.as_actor(), **(fields | given))


def send(invitation: Invitation) -> str:
    """Run the mail's job and return the link's secret as the mail carries it."""
    before = len(mail.outbox)
    send_invitation(str(invitation.tenant_id), str(invitation.id), SITE)
    return secret_in_mail() if len(mail.outbox) > before else ""


def secret_in_mail() -> str:
    found = re.search(r"/invitation/\?link=(\S+)", str(mail.outbox[-1].body))
    assert found, "the last mail carries no link"
    return found[1]


def reread(invitation_id: UUID) -> Invitation:
    return Invitation.objects.get(id=invitation_id)
