"""Loads a stand-in for the official texts of one letter, the way an office loads the real ones.

The demo composes no authority's words: the text says what stands there in a real office.
"""

from datetime import date, datetime
from pathlib import Path

from openmso.office.access.actor import Actor
from openmso.office.letters.actions.load_wording import load_wording
from openmso.office.letters.wording_file import read_wording
from openmso.office.tenants.models import Tenant

_FILE = Path(__file__).with_name("official_wording.yaml")


def write_official_wording(tenant: Tenant, *, on: date, at: datetime) -> int:
    """Load the file beside this one as read on `on`; return how many texts. Raises ValueError."""
    entries, faults = read_wording(_FILE.read_bytes(), today=on)
    if faults:
        raise ValueError("; ".join(f"line {fault.line}: {fault.sentence}" for fault in faults))
    load_wording(entries, by=Actor.system("demo", tenant.id), at=at)
    return len(entries)
