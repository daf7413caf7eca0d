"""The mail that carries a hospital's one-time code. It names no patient and no plan."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.mail import EmailMessage

from .domain.codes import WORKS_FOR

_MINUTE = timedelta(minutes=1)
SUBJECT = "Your one-time code"
_BODY = """Your one-time code for the page on care after stabilization:

{code}

It was asked for at {when}, works once, and for {minutes} minutes. If nobody at your hospital asked
for it, do nothing.
"""


def code_mail(*, to: str, code: str, asked_at: datetime, zone: ZoneInfo) -> EmailMessage:
    """Return the mail to the contact that the office knows."""
    when = asked_at.astimezone(zone)
    return EmailMessage(
        subject=SUBJECT,
        body=_BODY.format(code=code, when=f"{when:%I:%M %p %Z}", minutes=WORKS_FOR // _MINUTE),
        to=[to],
    )
