"""Who may disagree with a hospital: a physician licensed and attested, a person, with a reason.

The same conditions stand once more in the database. Source: 42 CFR 422.113(c)(2)(iii), 422.566(d).
"""

from dataclasses import dataclass

from openmso.casework.prior_auth.domain.physician_signature import why_no_signature


class NotQualifiedToDisagree(PermissionError):
    """This person may not sign it. `reasons` are sentences for them."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementSigner:
    """The person who would sign, on the day; `state` is the office's."""

    is_person: bool
    may_disagree: bool
    state: str
    licensed_in: frozenset[str]
    attested: bool


def require_qualified(signer: DisagreementSigner, *, reason: str, consult_phone: str) -> None:
    """Raise NotQualifiedToDisagree with every reason unless this disagreement may be signed."""
    reasons: list[str] = []
    if not signer.is_person:
        reasons.append("Only a person can disagree; no program can.")
    if not signer.may_disagree:
        reasons.append("Only a physician reviewer can disagree with a hospital.")
    reasons += why_no_signature(
        state=signer.state, licensed_in=signer.licensed_in, attested=signer.attested
    )
    if not reason.strip():
        reasons.append("Write the clinical reason.")
    if not consult_phone.strip():
        reasons.append("Offer the talk: write the number at which you can be reached.")
    if reasons:
        raise NotQualifiedToDisagree(tuple(reasons))
