"""Which adapter serves which interface. Plugged in once when Django starts, for every process.

`CARRIERS` in the settings names a class for each way of sending, `MESSENGERS` one for each way of
reaching people on call, `TRAYS` one for each way in which papers reach us, `PLAN_DESK` the way to
the health plans. Each gets a folder of its own under `EXCHANGE_DIR` (below the data folder unless
the settings say otherwise), a tray one for every office.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from openmso.adapters.virus_scan.clamav import ClamAv
from openmso.adapters.virus_scan.simulator import ScannerSimulator
from openmso.office.documents import scanning
from openmso.office.mail_room import interfaces as mail_room
from openmso.office.on_call import interfaces as on_call
from openmso.office.outbound.interfaces import wiring
from openmso.roster.pcp_changes import interfaces as pcp_changes

from .address_book import RosterAddressBook

SIMULATED = "simulated"


def plug_in() -> None:
    """Give the outbound gate its address book, its carriers and the address of our pages, paging
    its messengers, the mail room its trays, members' wishes a way to their plans, and the
    documents their virus scanner."""
    wiring.address_book = RosterAddressBook()
    wiring.public_address = settings.PUBLIC_ADDRESS.rstrip("/")
    wiring.carriers = {
        way: import_string(carrier)(exchange_folder(way))
        for way, carrier in settings.CARRIERS.items()
    }
    on_call.wiring.public_address = wiring.public_address
    on_call.wiring.messengers = {
        way: import_string(messenger)(exchange_folder(way))
        for way, messenger in settings.MESSENGERS.items()
    }
    mail_room.wiring.trays = {way: tray_of_office(way) for way in settings.TRAYS}
    if settings.PLAN_DESK:
        pcp_changes.wiring.desk = import_string(settings.PLAN_DESK)(exchange_folder("plan-desk"))
    scanning.wiring.scanner = scanner(settings.VIRUS_SCANNER)


def tray_of_office(way: str) -> Callable[[str], mail_room.Tray]:
    """Return what opens an office's tray for one way, by the office's key."""
    tray = import_string(settings.TRAYS[way])

    def open_tray(office_key: str) -> mail_room.Tray:
        opened: mail_room.Tray = tray(exchange_folder(f"incoming-{way}") / office_key)
        return opened

    return open_tray


def scanner(address: str) -> scanning.Scanner | None:
    """Return the scanner the settings name; None for "". Raises ImproperlyConfigured."""
    if not address:
        return None
    if address == SIMULATED and hasattr(settings, "DEMO_DATA_DIR"):
        return ScannerSimulator()  # elsewhere it would call unseen files clean
    try:
        return ClamAv(address)
    except ValueError as fault:
        raise ImproperlyConfigured(f"OPENMSO_VIRUS_SCANNER: {fault}.") from None


def exchange_folder(way: str) -> Path:
    """Return the folder in which the carrier of `way` exchanges files with its vendor."""
    folder = getattr(settings, "EXCHANGE_DIR", None) or Path(settings.DATA_DIR) / "exchange"
    return Path(folder) / way
