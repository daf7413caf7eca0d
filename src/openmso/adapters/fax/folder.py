"""A fax gateway that collects from a watched folder: a PDF and a ticket with the number to dial.

Real and usable as it is with a fax server that polls a folder.
"""

from pathlib import Path

from openmso.office.outbound.interfaces import Address, CarrierFailed

from ..exchange_folder import ExchangeFolder


class FaxFolder:
    """Hands letters to the fax gateway by its folder."""

    def __init__(self, folder: Path) -> None:
        self.exchange = ExchangeFolder(folder)

    def hand_over(self, *, key: str, address: Address, content: bytes, file_name: str) -> str:
        """Leave the fax for the gateway once per `key`; the proof names the ticket.

        Raises CarrierFailed without a fax number, or when the folder cannot be written.
        """
        if not address.fax:
            raise CarrierFailed("There is no fax number to send this to.")
        ticket = self.exchange.lay_down(
            key,
            content,
            {
                "order": "fax",
                "fax": address.fax,
                "language": address.language,
                "to": [address.name],
                "name_of_file": file_name,
            },
        )
        return f"fax ticket {key}, file {str(ticket['sha256'])[:16]}"
