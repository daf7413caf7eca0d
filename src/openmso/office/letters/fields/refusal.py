"""The merge fields of a no: its ground, the rule it rests on, and the ways that are open."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .case import Length, Professional, Told, Wording


class Ground(StrEnum):
    """The only two grounds on which a request may be denied or reduced."""

    NOT_NECESSARY = "not_medically_necessary"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUsed:
    """The criterion with its edition, or the benefit section with its plan year."""

    name: str
    edition: str
    section: str = ""


class RemedyKind(StrEnum):
    """The ways for which the letters have words of their own, and any other one."""

    PLAN_APPEAL = "plan_appeal"
    GRIEVANCE = "grievance"
    FAST_GRIEVANCE = "fast_grievance"
    STATE_HEARING = "state_hearing"
    INDEPENDENT_REVIEW = "independent_medical_review"
    KEEP_SERVICE = "keep_service"
    ANOTHER_WAY = "another_way"
    A_PERSON = "a_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One way to ask for a change, with the lengths and the last day that hold for this letter.

    `key` is its name in the remedy router. `file_within` and `answer_within` are printed when
    given; `file_by` is the last day, inclusive. `name`, `says` and `who` (decides) are the words
    for ANOTHER_WAY; `why` says when it opens, where that is not now. `by_a_person`: nobody but a
    person can tell whether it fits. `warnings` are to be heard before choosing.
    """

    kind: RemedyKind
    key: str = ""
    name: Told | None = None
    says: Told | None = None
    who: Told | None = None
    why: Told | None = None
    by_a_person: bool = False
    file_within: Length | None = None
    file_by: date | None = None
    answer_within: Length | None = None
    fast_answer_within: Length | None = None
    warnings: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerToPeer:
    """The offer to talk to a physician of ours; `until` is the last instant, None if open."""

    phone: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something was not approved, and every way to ask for a change.

    `alternative` is the treatment to try first, where that is the point of the refusal.
    """

    ground: Ground
    reason: Wording
    clinical_reason: Wording
    rule: RuleUsed
    decided_on: date
    remedies: tuple[Remedy, ...]
    responsible: Professional
    peer_to_peer: PeerToPeer | None = None
    alternative: Wording | None = None
