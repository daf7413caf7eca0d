"""A mail house that collects from a watched folder: letters as PDF, each with a ticket.

Real and usable as it is with every vendor that polls a folder (SFTP drop, shared drive). The ticket
says to whom, and what is to be made of the file: plain or large print, braille, audio.
"""

from pathlib import Path

from openmso.office.outbound.interfaces import Address, CarrierFailed

from ..exchange_folder import ExchangeFolder

MAKE = {
    "braille": "braille, then mail",
    "audio": "audio recording, then mail",
    "electronic": "accessible file on a carrier the receiver can open, then mail",
}
PRINT = "print, then mail"


class MailHouseFolder:
    """Hands letters to the mail house by its folder."""

    def __init__(self, folder: Path) -> None:
        self.exchange = ExchangeFolder(folder)

    def hand_over(self, *, key: str, address: Address, content: bytes, file_name: str) -> str:
        """Leave the letter for the mail house once per `key`; the proof names the ticket.

        Raises CarrierFailed without a postal address, or when the folder cannot be written.
        """
        if not address.lines:
            raise CarrierFailed("There is no postal address to mail this to.")
        ticket = self.exchange.lay_down(
            key,
            content,
            {
                "order": MAKE.get(address.letter_format, PRINT),
                "format": address.letter_format,
                "language": address.language,
                "to": [address.name, *address.lines],
                "name_of_file": file_name,
            },
        )
        return f"mail house ticket {key}, file {str(ticket['sha256'])[:16]}"
