"""Somebody is asked to open an account. The mail with the link is a job."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.jobs.queue import enqueue
from openmso.office.timeline.action import action, record

from ..domain.reach import require_may_invite
from ..events import Event
from ..models import Invitation

SEND = "accounts.send_invitation"
_INVITED = "This e-mail has an invitation already. You can send it again from the list."


class AlreadyInvited(ValueError):
    """This e-mail has an open invitation there. The sentence is written for the person."""


class AlreadyHere(ValueError):
    """This e-mail has an account there. The sentence is written for the person."""


@action
def invite(
    email: str,
    *,
    role: Role,
    practice_id: UUID | None,
    holds_for: timedelta,
    site: str,
    by: Actor,
    at: datetime,
) -> Invitation:
    """Write down the invitation and order its mail; the link works for `holds_for` from `at`.

    `site` is where the link leads, such as "https://office.example". That the practice belongs to
    the office is the caller's to know. Somebody who has an account elsewhere is invited like
    anybody: that they have one is not the inviter's to know. Raises NotAllowed, AlreadyInvited,
    AlreadyHere.
    """
    require_may_invite(by, role, practice_id)
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person can invite somebody.")
    email = email.strip().lower()
    _require_new(email, by.tenant_id, practice_id)
    invitation = _written(
        Invitation(
            tenant_id=by.tenant_id,
            email=email,
            role=role.value,
            practice_id=practice_id,
            invited_by_id=by.id,
            invited_by_name=by.name,
            invited_at=at,
            expires_at=at + holds_for,
        )
    )
    record(invitation, Event.INVITED, by=by, at=at, role=role.value, practice=_text(practice_id))
    enqueue(SEND, tenant_id=by.tenant_id, invitation_id=invitation.id, site=site)
    return invitation


def _require_new(email: str, tenant_id: UUID, practice_id: UUID | None) -> None:
    there = {"tenant_id": tenant_id, "practice_id": practice_id, "email": email}
    if Invitation.objects.filter(**there, accepted_at=None, withdrawn_at=None).exists():
        raise AlreadyInvited(_INVITED)
    if Account.objects.filter(**there).exists():
        raise AlreadyHere("There is an account with this e-mail already.")


def _written(invitation: Invitation) -> Invitation:
    """Store it. Of two people who invite the same one at once, the second is told."""
    try:
        with transaction.atomic():
            invitation.save(force_insert=True)
    except IntegrityError:
        raise AlreadyInvited(_INVITED) from None
    return invitation


def _text(practice_id: UUID | None) -> str:
    return str(practice_id or "")
