"""Who may sign anything as a physician: a licence and an attestation that hold on the day.

It counts for a yes as for a no. A nurse's approval by criteria is no physician's signature and
asks for neither. Why: docs/decisions/0011-a-physicians-yes-is-signed-too.md.
"""


class SignatureNotInForce(PermissionError):
    """This physician may read today and not decide. `reasons` are sentences for them."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def why_no_signature(*, state: str, licensed_in: frozenset[str], attested: bool) -> tuple[str, ...]:
    """List what is in the way of a physician's signature; an empty tuple means nothing.

    `state` is the office's, `licensed_in` the states whose licence is valid on the day.
    """
    reasons: list[str] = []
    if state not in licensed_in:
        reasons.append(f"You hold no physician license that is valid today in {state}.")
    if not attested:
        reasons.append("Your attestation that no reward is paid for denials is not current.")
    return tuple(reasons)
