"""An invitation is sent once more; the link of the earlier mail stops working."""

from datetime import datetime, timedelta
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import Invitation
from ..steps.locking import open_invitation
from .invite import SEND


@action
def invite_again(
    invitation_id: UUID, *, holds_for: timedelta, site: str, by: Actor, at: datetime
) -> Invitation:
    """Order a new mail with a new link that works for `holds_for` from `at`.

    Raises InvitationNotFound, InvitationClosed.
    """
    invitation = open_invitation(invitation_id, by=by)
    invitation.secret_sha256 = ""
    invitation.expires_at = at + holds_for
    invitation.save()
    record(invitation, Event.INVITED_AGAIN, by=by, at=at)
    enqueue(SEND, tenant_id=by.tenant_id, invitation_id=invitation.id, site=site)
    return invitation
