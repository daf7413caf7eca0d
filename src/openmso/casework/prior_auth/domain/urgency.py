"""How urgent a request is: from facts, not from a checkbox alone.

A physician's request or support makes the fast track mandatory (42 CFR 422.570(c)(2)(ii); the
Californian test is an imminent and serious threat, HSC 1367.01(h)(2)). Without it, a marked request
stays on the fast track until a qualified person reads it: the safe side for the member.
"""

from dataclasses import dataclass

from .request import Request, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyFound:
    urgency: Urgency
    why: str


DEFINITION = (
    "Urgent means: waiting for the normal time could seriously harm the member's life, health, or "
    "ability to regain full function; or the member faces an imminent and serious threat."
)


def urgency_of(request: Request) -> UrgencyFound:
    """Tell which track a new request takes, and why, in one sentence for the case page."""
    if request.physician_supports_urgency:
        return UrgencyFound(
            urgency=Urgency.EXPEDITED,
            why="A physician asks for or supports the fast track; it is mandatory.",
        )
    if request.marked_urgent:
        return UrgencyFound(
            urgency=Urgency.EXPEDITED,
            why="The sender marked it urgent; the fast track holds until a person reads it.",
        )
    return UrgencyFound(urgency=Urgency.STANDARD, why="Not marked urgent.")
