"""What of a notification is there and what is missing; the sender sees it before sending.

Only the face sheet must be there. Nothing that is missing is ever a reason to refuse a stay.
"""

from dataclasses import dataclass
from enum import StrEnum

from .notification import Way


class Part(StrEnum):
    FACE_SHEET = "face_sheet"
    CLINICALS = "clinicals"
    CARD = "card"
    OUR_NUMBER = "our_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What has been filled in so far."""

    face_sheets: int
    clinicals: int
    plan_number: str
    has_birth_date: bool
    way: Way
    our_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One part: whether it is there, and whether it must be."""

    part: Part
    there: bool
    required: bool
    way: Way


def completeness(told: Told) -> tuple[Finding, ...]:
    """Return what is there and what is not, the required part first."""
    there = {
        Part.FACE_SHEET: told.face_sheets > 0,
        Part.CLINICALS: told.clinicals > 0,
        Part.CARD: bool(told.plan_number.strip()) and told.has_birth_date,
        Part.OUR_NUMBER: bool(told.our_number.strip()),
    }
    return tuple(
        Finding(part=part, there=found, required=part is Part.FACE_SHEET, way=told.way)
        for part, found in there.items()
    )


def may_be_sent(findings: tuple[Finding, ...]) -> bool:
    """Tell whether everything required is there."""
    return all(finding.there for finding in findings if finding.required)
