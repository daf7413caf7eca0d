"""A paging gateway that collects from a watched folder: a text and a ticket with the number.

The gateway lays `<key>.delivered` beside them, with the instant in ISO form and UTC, when a device
has confirmed the text. Usable as it is with a gateway that polls a folder.
"""

from datetime import UTC, datetime
from pathlib import Path

from openmso.office.on_call.interfaces import MessengerFailed
from openmso.office.outbound.interfaces import CarrierFailed

from ..exchange_folder import ExchangeFolder

DELIVERED = ".delivered"


class PagerFolder:
    """Hands pages to the paging gateway by its folder."""

    def __init__(self, folder: Path) -> None:
        self.exchange = ExchangeFolder(folder, suffix=".txt")

    def send(self, *, key: str, to: str, text: str, at: datetime) -> str:
        """Leave the text for the gateway once per `key`; the proof names the ticket.

        Raises MessengerFailed without a number, or when the folder cannot be written.
        """
        if not to:
            raise MessengerFailed("There is no pager number to send this to.")
        said = {"order": "page", "pager": to, "asked_at": at.astimezone(UTC).isoformat()}
        try:
            ticket = self.exchange.lay_down(key, text.encode(), said)
        except CarrierFailed as trouble:
            raise MessengerFailed(str(trouble)) from None
        return f"pager ticket {key}, text {str(ticket['sha256'])[:16]}"

    def delivered_at(self, key: str) -> datetime | None:
        """Read what the gateway says of this text; a note that is no instant says nothing."""
        try:
            note = (self.exchange.folder / f"{key}{DELIVERED}").read_text(encoding="ascii")
            instant = datetime.fromisoformat(note.strip())
        except (OSError, ValueError):
            return None
        return instant.astimezone(UTC) if instant.tzinfo else None
