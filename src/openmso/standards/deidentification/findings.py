"""What the check finds: a kind and a place, never the words themselves.

A finding may be logged and counted; the text it points into may not.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    PATIENT = "patient"
    DOCTOR = "doctor"
    FACILITY = "facility"
    DATE = "date"
    AGE = "age"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    ADDRESS = "address"
    SSN = "ssn"
    MBI = "mbi"
    CIN = "cin"
    NPI = "npi"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place in the text: from `start`, inclusive, to `end`, exclusive, in characters."""

    start: int
    end: int
    kind: Kind


def apart(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of the text, without those that lie inside another one.

    Of two for the same place the first one given stays.
    """
    found: list[Finding] = []
    for one in sorted(findings, key=lambda each: (each.start, -each.end)):
        if not found or one.end > found[-1].end:
            found.append(one)
    return tuple(found)
