"""The link of an invitation is made, just before its mail leaves."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..links import digest_of
from ..models import Invitation
from ..queries import InvitationNotFound
from ..steps.locking import InvitationClosed, still_open


@action
def make_link(invitation_id: UUID, *, secret: str, by: Actor, at: datetime) -> Invitation:
    """Keep the digest of `secret`, in place of any earlier one.

    Raises InvitationNotFound, InvitationClosed (also when its time is over).
    """
    invitation = (
        Invitation.objects.select_for_update()
        .filter(tenant_id=by.tenant_id, id=invitation_id)
        .first()
    )
    if invitation is None:
        raise InvitationNotFound("no such invitation in this office")
    if still_open(invitation).expires_at <= at:
        raise InvitationClosed("The time of this invitation is over.")
    invitation.secret_sha256 = digest_of(secret)
    invitation.sent_at = at
    invitation.save()
    record(invitation, Event.SENT, by=by, at=at)
    return invitation
