"""What an answer to a grievance says, and what it may not leave out."""

from dataclasses import dataclass
from enum import StrEnum

from openmso.casework.appeals.domain.filing import NotPossible


class Finding(StrEnum):
    """What we found."""

    RIGHT = "right"
    PARTLY = "partly"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The answer as its writer wrote it. `plain` and `plain_es` are for the member."""

    finding: Finding
    plain: str
    plain_es: str = ""
    internal: str = ""


def require_told(told: Told) -> None:
    """Raise NotPossible when the member would learn nothing."""
    if not told.plain.strip():
        raise NotPossible("Write in plain words what we found and what we do about it.")
