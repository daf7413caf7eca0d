"""The denial guard: who may deny or reduce, on which of two grounds, with what on the record.

Only a licensed physician with a current attestation, matched to the case, who opened the records.
The same conditions stand once more in the database, where no code path can leave them out.
Sources: 42 CFR 422.566(d), HSC 1367.01(e), (h)(4) and (k).
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from .physician_signature import why_no_signature


class Ground(StrEnum):
    """The only two grounds there are."""

    MEDICAL_APPROPRIATENESS = "medical_appropriateness"
    NOT_COVERED = "not_covered"


class NotQualifiedToDeny(PermissionError):
    """This person may not sign this denial. `reasons` are sentences for them."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerFacts:
    """The person who would sign, on the day of the decision."""

    is_person: bool
    may_deny: bool
    licensed_in: frozenset[str]
    specialties: frozenset[str]
    attested: bool
    opened_documents: frozenset[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialFacts:
    """The denial that would be signed, and what the case demands of its signer."""

    ground: Ground
    state: str
    review_specialties: frozenset[str]
    documents: frozenset[UUID]
    criteria_edition_id: UUID | None
    benefit_section_id: UUID | None
    clinical_reason: str
    plain_reason: str


def why_not(signer: SignerFacts, denial: DenialFacts) -> tuple[str, ...]:
    """List every reason against this signature; an empty tuple means that it may be signed."""
    return (*_about_the_signer(signer, denial), *_about_the_record(signer, denial))


def require_qualified_signer(signer: SignerFacts, denial: DenialFacts) -> None:
    """Raise NotQualifiedToDeny with every reason unless this denial may be signed."""
    reasons = why_not(signer, denial)
    if reasons:
        raise NotQualifiedToDeny(reasons)


def _about_the_signer(signer: SignerFacts, denial: DenialFacts) -> tuple[str, ...]:
    reasons: list[str] = []
    if not signer.is_person:
        reasons.append("Only a person can deny care; no program can.")
    if not signer.may_deny:
        reasons.append("Only a physician reviewer can deny or reduce care.")
    reasons += why_no_signature(
        state=denial.state, licensed_in=signer.licensed_in, attested=signer.attested
    )
    if denial.review_specialties and not denial.review_specialties & signer.specialties:
        reasons.append("This case asks for a reviewer of another specialty.")
    return tuple(reasons)


def _about_the_record(signer: SignerFacts, denial: DenialFacts) -> tuple[str, ...]:
    reasons: list[str] = []
    if denial.ground is Ground.MEDICAL_APPROPRIATENESS:
        if denial.criteria_edition_id is None:
            reasons.append("Name the criterion and its edition.")
        if not denial.documents:
            reasons.append(
                "There are no clinical records on this case. Ask for them; missing papers are "
                "never a denial."
            )
    elif denial.benefit_section_id is None:
        reasons.append("Name the benefit section that leaves this service out.")
    unread = denial.documents - signer.opened_documents
    if unread:
        reasons.append(f"Open the records first: {len(unread)} not opened by you yet.")
    if not denial.clinical_reason.strip():
        reasons.append("Write the clinical reason.")
    if not denial.plain_reason.strip():
        reasons.append("Write the reason in plain words for the member.")
    return tuple(reasons)
