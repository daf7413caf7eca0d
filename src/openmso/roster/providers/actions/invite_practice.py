"""The office asks somebody of a practice to open an account."""

from datetime import datetime, timedelta
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.accounts.actions.invite import invite
from openmso.office.accounts.models import Invitation
from openmso.office.timeline.action import action

from ..models import Practice


@action
def invite_practice(
    practice_id: UUID,
    *,
    email: str,
    role: Role,
    holds_for: timedelta,
    site: str,
    by: Actor,
    at: datetime,
) -> Invitation:
    """Invite somebody for a practice of the roster; see `invite` for the rest.

    Raises Practice.DoesNotExist for one that is not this office's.
    """
    practice = Practice.objects.get(tenant_id=by.tenant_id, id=practice_id)
    return invite(
        email,
        role=role,
        practice_id=practice.id,
        holds_for=holds_for,
        site=site,
        by=by,
        at=at,
    )
