"""The merge fields of letters of case management."""

from dataclasses import dataclass
from datetime import date

from .case import CaseFacts, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class CareSpecialist:
    """Somebody the member may see without asking, through `last_day`."""

    name: str
    specialty: str
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlanFields:
    """One edition of a member's care plan; `doctor` and `manager` are who made and follow it."""

    case: CaseFacts
    edition: int
    about: Wording
    steps: tuple[Wording, ...]
    goals: tuple[Wording, ...]
    specialists: tuple[CareSpecialist, ...]
    doctor: str
    manager: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareInstructionsFields:
    """What to do after a visit or, `after_a_stay`, after a discharge from `from_whom`."""

    case: CaseFacts
    after_a_stay: bool
    from_whom: str
    given_on: date
    steps: tuple[Wording, ...]
    follow_up_on: date
    manager: str
