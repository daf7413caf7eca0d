"""A body outside the office before it is written down, and the sheet it is read from.

Columns: purpose, name, name_es and from_on are needed; program, region, address (its lines parted
by " | "), voice, tty, fax, website and until_on may be left out. Days are written as 2026-01-31.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from .lines_file import Fault
from .models import OutsideOrganization

NEEDED = ("purpose", "name", "name_es", "from_on")
MAY_HAVE = (
    *NEEDED,
    *("program", "region", "address", "voice", "tty", "fax", "website", "until_on"),
)
_TEXTS = ("name", "name_es", "program", "region", "voice", "tty", "fax", "website")
_NEW_LINE = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganization:
    """`from_on` is the first day on which it is true, `until_on` the first without it."""

    purpose: str
    name: str
    name_es: str
    from_on: date
    program: str = ""
    region: str = ""
    address: str = ""
    voice: str = ""
    tty: str = "711"
    fax: str = ""
    website: str = ""
    until_on: date | None = None


def read_organizations(content: str) -> tuple[list[NewOrganization], list[Fault]]:
    """Return the rows of a sheet and its faults; with any fault nothing of it may be used."""
    reader = csv.DictReader(StringIO(content), strict=True, restval="", restkey="")
    columns = reader.fieldnames or ()
    faults = [
        Fault(1, f'The column "{name}" is missing.') for name in NEEDED if name not in columns
    ]
    faults += [
        Fault(1, f'There is no column "{name}". There are: {", ".join(MAY_HAVE)}.')
        for name in columns
        if name not in MAY_HAVE
    ]
    found: list[NewOrganization] = []
    for row in reader if not faults else ():
        wrong = [Fault(reader.line_num, sentence) for sentence in _faults(row)]
        faults += wrong
        if not wrong:
            found.append(_organization(row))
    return found, faults


def _faults(row: Mapping[str, str]) -> Iterator[str]:
    for name in NEEDED:
        if not row[name].strip():
            yield f"The {name} is missing."
    purposes = OutsideOrganization.Purpose.values
    if (purpose := row["purpose"].strip()) and purpose not in purposes:
        yield f'There is no purpose "{purpose}". There are: {", ".join(purposes)}.'
    for name in ("from_on", "until_on"):
        if (text := row.get(name, "").strip()) and _day(text) is None:
            yield f'The {name} "{text}" is not a day; write e.g. 2026-01-31.'


def _organization(row: Mapping[str, str]) -> NewOrganization:
    texts = {name: row[name].strip() for name in _TEXTS if row.get(name, "").strip()}
    return NewOrganization(
        purpose=row["purpose"].strip(),
        from_on=date.fromisoformat(row["from_on"].strip()),
        until_on=_day(row.get("until_on", "").strip()),
        address="\n".join(row.get("address", "").strip().split(_NEW_LINE)),
        **texts,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
