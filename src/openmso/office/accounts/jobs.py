"""Sends the mails of invitations.

Safe to run twice: every mail carries a link of its own, and the last one made is the one that
works. The secret is made here and lives nowhere else, neither in the job nor in the database.
"""

from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import job

from .actions.invite import SEND
from .actions.make_link import make_link
from .links import new_secret
from .mail import invitation_mail
from .queries import InvitationNotFound
from .steps.locking import InvitationClosed

POST_ROOM = "Post room"


@job(SEND)
def send_invitation(tenant_id: str, invitation_id: str, site: str) -> None:
    """Make the link and hand its mail to the mail server; nothing for one that has ended."""
    secret = new_secret()
    by = Actor.system(POST_ROOM, UUID(tenant_id))
    try:
        invitation = make_link(UUID(invitation_id), secret=secret, by=by, at=clock.now())
    except (InvitationClosed, InvitationNotFound):
        return
    invitation_mail(invitation, secret=secret, site=site).send()
