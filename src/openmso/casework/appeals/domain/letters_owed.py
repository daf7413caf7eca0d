"""Which letters a step of an appeal obliges us to send, and to whom.

The practice reads every step in its portal; a letter is owed to it where our no stands. A no that
was taken back reaches it as the authorization that it becomes.
"""

from dataclasses import dataclass
from enum import StrEnum

from openmso.casework.prior_auth.domain.letters_owed import Receiver
from openmso.casework.prior_auth.domain.request import Urgency


class Step(StrEnum):
    TAKEN_IN = "taken_in"
    FAST_REFUSED = "fast_refused"
    STANDS = "stands"
    TAKEN_BACK = "taken_back"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOwed:
    """`kind` is a word of the letters' catalog."""

    kind: str
    to: Receiver


def letters_owed(step: Step, *, about_payment: bool) -> tuple[LetterOwed, ...]:
    """Return the letters that follow from this step; a claim has no practice of ours."""
    to_member = LetterOwed(kind=_kind(step, about_payment=about_payment), to=Receiver.MEMBER)
    if step is Step.STANDS and not about_payment:
        return to_member, LetterOwed(kind=to_member.kind, to=Receiver.PRACTICE)
    return (to_member,)


def steps_of(urgency: Urgency, *, about_payment: bool) -> tuple[Step, ...]:
    """Return the steps that an appeal with this wish can come to."""
    refused = (Step.FAST_REFUSED,) if urgency is Urgency.EXPEDITED and not about_payment else ()
    return (Step.TAKEN_IN, *refused, Step.STANDS, Step.TAKEN_BACK, Step.ENDED)


def _kind(step: Step, *, about_payment: bool) -> str:
    if step is Step.TAKEN_BACK:
        return "payment_ordered" if about_payment else "appeal_overturned"
    return _KINDS[step]


_KINDS = {
    Step.TAKEN_IN: "appeal_received",
    Step.FAST_REFUSED: "appeal_not_fast",
    Step.STANDS: "appeal_upheld",
    Step.ENDED: "appeal_closed",
}
