"""Tells privacy staff by mail that a glass was broken. The mail names nobody and nothing.

Run twice it tells twice, which does no harm.
"""

from uuid import UUID

from django.core.mail import EmailMessage

from openmso.office.jobs.queue import when

from .events import Event
from .queries import reviewers_of

SUBJECT = "A use of emergency access waits for your review"
_BODY = """Hello,

somebody opened a case under emergency access. Sign in and look under "Emergency reviews".
"""


@when(Event.OPENED)
def tell_privacy_staff(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Write to everybody of the office who reviews such uses."""
    del case_kind, case_id, event_id  # they wait on the page, behind the sign-in
    for account in reviewers_of(UUID(tenant_id)):
        EmailMessage(subject=SUBJECT, body=_BODY, to=[account.email]).send()
