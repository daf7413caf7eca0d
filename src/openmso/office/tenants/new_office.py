"""What must be known of an office before it can be opened, and what is wrong with what was said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from openmso.standards.calendars import OfficeCalendar
from openmso.standards.calendars.holidays import HolidaysUnknown
from openmso.standards.calendars.offices import UnknownTimeZone
from openmso.standards.identifiers.row_id import new_id

from .models import Tenant

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STATE = re.compile(r"[A-Z]{2}")
_LONGEST_KEY = 50
FACTS = (
    "name",
    "legal_name",
    "state",
    "time_zone",
    "holiday_list",
    "letterhead_address",
    "website",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """An office that is not opened yet. `state` is its two letters, `time_zone` an IANA name;
    `letterhead_address` has one line of the envelope's window a line."""

    id: UUID = field(default_factory=new_id)
    key: str
    name: str
    legal_name: str
    state: str
    time_zone: str
    holiday_list: str = "federal_observed"
    letterhead_address: str = ""
    website: str = ""


def mistakes_in(office: NewOffice) -> list[str]:
    """Return what is wrong, each a sentence for the person who typed it; empty when nothing is."""
    return list(_mistakes(office))


def differences(stored: Tenant, office: NewOffice) -> list[str]:
    """Return the names of the facts in which the stored office is another one than `office`."""
    return [name for name in FACTS if getattr(stored, name) != getattr(office, name)]


def _mistakes(office: NewOffice) -> Iterator[str]:
    if not is_key(office.key):
        yield f'The key "{office.key}" must be small letters, digits and hyphens, at most 50.'
    for name in ("name", "legal_name", "website"):
        longest = vars(Tenant._meta.get_field(name))["max_length"]
        if len(getattr(office, name)) > longest:
            yield f"The {name.replace('_', ' ')} is longer than {longest} letters."
    if not office.name.strip() or not office.legal_name.strip():
        yield "An office needs a name and a legal name."
    if _STATE.fullmatch(office.state) is None:
        yield f'The state "{office.state}" must be its two capital letters.'
    try:
        OfficeCalendar.of(office.time_zone, office.holiday_list)
    except (UnknownTimeZone, HolidaysUnknown) as unknown:
        yield f"{str(unknown)[:1].upper()}{str(unknown)[1:]}."


def is_key(text: str) -> bool:
    """Tell whether `text` can be the short name of an office or of an IPA."""
    return len(text) <= _LONGEST_KEY and _KEY.fullmatch(text) is not None
