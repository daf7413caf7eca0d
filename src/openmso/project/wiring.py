"""Which adapter serves which interface. Plugged in once when Django starts, for every process.

`CARRIERS` in the settings names a class for each way of sending; each gets a folder of its own
under `EXCHANGE_DIR` (below the data folder unless the settings say otherwise).
"""

from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from openmso.office.outbound.interfaces import wiring

from .address_book import RosterAddressBook


def plug_in() -> None:
    """Give the outbound gate its address book and its carriers."""
    wiring.address_book = RosterAddressBook()
    wiring.carriers = {
        way: import_string(carrier)(exchange_folder(way))
        for way, carrier in settings.CARRIERS.items()
    }


def exchange_folder(way: str) -> Path:
    """Return the folder in which the carrier of `way` exchanges files with its vendor."""
    folder = getattr(settings, "EXCHANGE_DIR", None) or Path(settings.DATA_DIR) / "exchange"
    return Path(folder) / way
