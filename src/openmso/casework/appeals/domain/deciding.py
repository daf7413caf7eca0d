"""The guard of an appeal: who may answer it, and what must be on record before the no stands.

A no stands only by a licensed physician with a current statement and a matching specialty, who took
no part before, works under nobody who signed it, and opened every paper. A yes asks for the same
person without the reading. The same conditions stand once more in the database.
Sources: 42 CFR 422.590(h)(2), 438.406(b)(2), HSC 1368(a), 1367.01(e).
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.physician_signature import why_no_signature


class Result(StrEnum):
    """What an answer makes of the no; the values are the rulebook's."""

    OVERTURNED = "overturned"
    PARTLY_UPHELD = "partly_upheld"
    UPHELD = "upheld"


class NotQualifiedToAnswer(PermissionError):
    """This person may not sign this answer. `reasons` are sentences for them."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """The person who would sign, on the day. `not_independent` are reasons, empty when there are
    none; `is_chosen`: the appeal lies with them."""

    is_person: bool
    may_decide: bool
    is_chosen: bool
    licensed_in: frozenset[str]
    specialties: frozenset[str]
    attested: bool
    not_independent: tuple[str, ...]
    opened_papers: frozenset[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the appeal demands of its reviewer. `state` is the office's."""

    state: str
    review_specialties: frozenset[str]
    papers: frozenset[UUID]
    late_undecided: bool
    authority_pending: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Upholding:
    """The no that would stand, as its signer wrote it."""

    ground: Ground
    criterion_named: bool
    clinical_reason: str
    plain_reason: str


def why_not_answer(
    reviewer: Reviewer, matter: Matter, upholding: Upholding | None
) -> tuple[str, ...]:
    """List every reason against this signature. `upholding` None: nothing of the no stands."""
    reasons = [*_about_the_person(reviewer, matter)]
    if upholding is not None:
        reasons += _about_the_file(reviewer, matter)
        reasons += _about_the_words(upholding)
    return tuple(reasons)


def require_qualified(reviewer: Reviewer, matter: Matter, upholding: Upholding | None) -> None:
    """Raise NotQualifiedToAnswer with every reason unless this answer may be signed."""
    reasons = why_not_answer(reviewer, matter, upholding)
    if reasons:
        raise NotQualifiedToAnswer(reasons)


def _about_the_person(reviewer: Reviewer, matter: Matter) -> list[str]:
    reasons: list[str] = []
    if not reviewer.is_person:
        reasons.append("Only a person can answer an appeal; no program can.")
    if not reviewer.may_decide:
        reasons.append("Only a physician reviewer can answer an appeal.")
    if not reviewer.is_chosen:
        reasons.append("This appeal lies with another reviewer.")
    reasons += why_no_signature(
        state=matter.state, licensed_in=reviewer.licensed_in, attested=reviewer.attested
    )
    if matter.review_specialties and not matter.review_specialties & reviewer.specialties:
        reasons.append("This case asks for a reviewer of another specialty.")
    return [*reasons, *reviewer.not_independent]


def _about_the_file(reviewer: Reviewer, matter: Matter) -> list[str]:
    reasons: list[str] = []
    if matter.late_undecided:
        reasons.append("It came late: accept the reason or dismiss it first.")
    if matter.authority_pending:
        reasons.append("The representative's paper is not here yet.")
    unread = matter.papers - reviewer.opened_papers
    if unread:
        reasons.append(f"Open the papers first: {len(unread)} not opened by you yet.")
    return reasons


def _about_the_words(upholding: Upholding) -> list[str]:
    reasons: list[str] = []
    if not upholding.criterion_named:
        reasons.append(
            "Name the criterion the case was reviewed with."
            if upholding.ground is Ground.MEDICAL_APPROPRIATENESS
            else "Name the benefit section that leaves this service out."
        )
    if not upholding.clinical_reason.strip():
        reasons.append("Write the clinical reason.")
    if not upholding.plain_reason.strip():
        reasons.append("Write the reason in plain words for the member.")
    return reasons
