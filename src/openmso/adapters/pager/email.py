"""A page by e-mail, through the installation's own mail server.

The ticket is laid down after the server took the mail: killed in between, the same mail leaves once
more under the same Message-ID. Mail tells nobody when it arrived, so nothing is known of that.
"""

from datetime import UTC, datetime
from pathlib import Path
from smtplib import SMTPException

from django.core.mail import EmailMessage

from openmso.office.on_call.interfaces import MessengerFailed
from openmso.office.outbound.interfaces import CarrierFailed

from ..exchange_folder import ExchangeFolder

SUBJECT = "Page"


class PageMail:
    """Sends pages as plain mails."""

    def __init__(self, folder: Path) -> None:
        self.exchange = ExchangeFolder(folder, suffix=".txt")

    def send(self, *, key: str, to: str, text: str, at: datetime) -> str:
        """Mail the text once per `key`. Raises MessengerFailed without an address, or when the
        server does not take it."""
        if not to:
            raise MessengerFailed("There is no e-mail address to send this to.")
        proof = f"mail {key}"
        mail = EmailMessage(
            SUBJECT, text, to=[to], headers={"Message-ID": f"<{key}@pages.invalid>"}
        )
        try:
            if self.exchange.ticket_of(key) is not None:
                return proof
            mail.send()
            self.exchange.lay_down(key, text.encode(), {"order": "mail", "to": to} | _asked(at))
        except (SMTPException, OSError) as trouble:
            why = type(trouble).__name__
            raise MessengerFailed(f"The mail server did not take it: {why}.") from None
        except CarrierFailed as trouble:
            raise MessengerFailed(str(trouble)) from None
        return proof

    def delivered_at(self, key: str) -> datetime | None:
        """Return None: a mail server does not say when a mail was delivered."""
        del key
        return None


def _asked(at: datetime) -> dict[str, object]:
    return {"asked_at": at.astimezone(UTC).isoformat()}
