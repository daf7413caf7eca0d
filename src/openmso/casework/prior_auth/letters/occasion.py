"""The occasion of a letter: the move that owes it, and what that move has to tell."""

from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.answers import Answer

from ..domain.silence import Silence
from ..models import Decision, InformationRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What only the move that owes the letter knows; each letter needs its own part of it."""

    decision: Decision | None = None
    information: InformationRequest | None = None
    first_due: datetime | None = None
    new_due: datetime | None = None
    rule: Answer | None = None
    why: str = ""
    silence: Silence | None = None
    passed_at: datetime | None = None
    withdrawn_by: str = ""


class OccasionMissing(LookupError):
    """A letter was ordered without what only its move knows."""
