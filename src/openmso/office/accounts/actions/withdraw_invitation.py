"""An invitation is taken back; its link stops working at once."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import Invitation
from ..steps.locking import open_invitation


@action
def withdraw_invitation(invitation_id: UUID, *, by: Actor, at: datetime) -> Invitation:
    """Close the invitation. Raises InvitationNotFound, InvitationClosed."""
    invitation = open_invitation(invitation_id, by=by)
    invitation.secret_sha256 = ""
    invitation.withdrawn_at = at
    invitation.save()
    record(invitation, Event.WITHDRAWN, by=by, at=at)
    return invitation
