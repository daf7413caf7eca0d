"""The mail that carries an invitation's link. It names no person, no plan and no practice."""

from urllib.parse import urlencode

from django.core.mail import EmailMessage

from .models import Invitation

PATH = "/invitation/"
SUBJECT = "Your link to open an account"
_BODY = """Hello,

you were asked to open an account for work. Open this link to set it up:

{link}

The link works once, and until {until}. If you did not expect this mail, do nothing.

Nobody of us will ever ask you for your password.
"""


def invitation_mail(invitation: Invitation, *, secret: str, site: str) -> EmailMessage:
    """Return the mail; the secret stands behind the question mark, which no log keeps."""
    return EmailMessage(
        subject=SUBJECT,
        body=_BODY.format(link=link_to(secret, site=site), until=end_in_words(invitation)),
        to=[invitation.email],
    )


def link_to(secret: str, *, site: str) -> str:
    """Return the address that opens the account."""
    return f"{site.rstrip('/')}{PATH}?{urlencode({'link': secret})}"


def end_in_words(invitation: Invitation) -> str:
    """Return until when the link works, in the office's own time."""
    until = invitation.expires_at.astimezone(invitation.tenant.zone)
    return f"{until:%B} {until.day}, {until:%Y, %I:%M %p %Z}"
