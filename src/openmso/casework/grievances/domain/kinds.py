"""Which kind of grievance it is: solved at once, standard or fast.

What cannot be solved at once, or has no ground to be fast, is a standard one; the reason is kept.
"""

from dataclasses import dataclass
from datetime import date

from openmso.casework.appeals.domain.filing import Channel
from openmso.rulebook.book import Rulebook

from .types import FastGround, Kind, line_row, solved_at_once_by

EXEMPT_ANSWER = "grievances/exempt_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What decides the kind. `on` is the office's day of receipt.

    `at_once`: somebody means to solve it by the close of the next business day. `fast`: why it must
    be fast; None when nobody says so. `about_a_decision`: a dispute about coverage or care.
    """

    line_of_business: str
    on: date
    channel: Channel
    clinical: bool
    quality_of_care: bool
    about_a_decision: bool
    at_once: bool = False
    fast: FastGround | None = None


def kind_of(wish: Wish, book: Rulebook) -> tuple[Kind, str]:
    """Return the kind, and why it is not what was wished for; empty when it is."""
    if wish.fast is not None:
        refusal = why_not_fast(wish.line_of_business, wish.fast)
        return (Kind.STANDARD, refusal) if refusal else (Kind.EXPEDITED, "")
    if wish.at_once:
        reasons = why_not_at_once(wish, book)
        return (Kind.STANDARD, " ".join(reasons)) if reasons else (Kind.EXEMPT, "")
    return Kind.STANDARD, ""


def why_not_fast(line_of_business: str, ground: FastGround) -> str:
    """Return why this ground makes no grievance fast here, a sentence; empty when it does."""
    if ground in line_row(line_of_business).fast_when:
        return ""
    return "The law of this plan does not make a grievance fast on this ground."


def why_not_at_once(wish: Wish, book: Rulebook) -> tuple[str, ...]:
    """List why it cannot be closed without a letter. Source: HSC 1368(a)(4)(B)."""
    facts = {"line_of_business": wish.line_of_business}
    if not book.answers_in_force(EXEMPT_ANSWER, on=wish.on, facts=facts):
        return ("In this line of business every grievance is answered by letter.",)
    reasons = []
    if wish.about_a_decision:
        reasons.append("It disputes coverage or care; that is never closed without a letter.")
    if wish.clinical or wish.quality_of_care:
        reasons.append("It is clinical; that is never closed without a letter.")
    if wish.channel not in solved_at_once_by():
        reasons.append("It came by mail, so the answer goes out in writing.")
    return tuple(reasons)
