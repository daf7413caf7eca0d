"""How fast an appeal is handled, who says so, and when a wish for a fast answer may be refused.

A physician's word settles it: it cannot be refused, here or in the database. A wish without one may
be found not to qualify; the appeal then has its usual time, counted from the first receipt.
Sources: 42 CFR 422.584, 438.410.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from openmso.casework.prior_auth.domain.request import Urgency

from .filing import NotPossible

NEVER_FAST = (
    "An appeal about payment is never handled fast: the care was given already, so waiting for the"
    " answer cannot harm the member."
)


class FastBy(StrEnum):
    """On whose word an appeal is, or was, to be handled fast."""

    NOBODY = ""
    ASKED = "asked"
    PHYSICIAN = "physician"
    FIRST_REQUEST = "first_request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was said about how fast it must be. `first_was_fast`: so was the request itself."""

    asked: bool
    physician_says: bool
    first_was_fast: bool
    about_payment: bool


def fast_by(wish: Wish) -> FastBy:
    """Return on whose word this appeal is handled fast; NOBODY: it has its usual time."""
    if wish.about_payment:
        return FastBy.NOBODY
    if wish.physician_says:
        return FastBy.PHYSICIAN
    if wish.asked:
        return FastBy.ASKED
    return FastBy.FIRST_REQUEST if wish.first_was_fast else FastBy.NOBODY


def why_never_fast(*, about_payment: bool) -> str:
    """Return the sentence why this appeal cannot be handled fast; empty where it can."""
    return NEVER_FAST if about_payment else ""


def why_not_refused(said_by: FastBy, urgency: Urgency) -> str:
    """Return why the wish for a fast answer cannot be refused; empty where it can."""
    if urgency is not Urgency.EXPEDITED:
        return "This appeal is not handled fast."
    if said_by is FastBy.PHYSICIAN:
        return "A physician says that waiting could do serious harm. That settles it."
    if said_by is not FastBy.ASKED:
        return "Nobody asked: it is handled fast because the request was."
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a wish does not qualify, as its reviewer wrote it for the member, in both languages.

    `told_at` is when the member heard of it by voice and `told_how` by which words or call; None:
    nobody has told them yet.
    """

    why: str
    why_es: str = ""
    told_at: datetime | None = None
    told_how: str = ""


def require_refusal(refusal: Refusal, *, at: datetime) -> None:
    """Raise NotPossible when this cannot be written down by `at`."""
    if not refusal.why.strip():
        raise NotPossible("Write in plain words why it can wait.")
    require_told(refusal.told_at, refusal.told_how, since=None, at=at)


def require_told(
    told_at: datetime | None, told_how: str, *, since: datetime | None, at: datetime
) -> None:
    """Raise NotPossible unless the member can have been told by voice like this."""
    if told_at is None:
        return
    if told_at > at:
        raise NotPossible("They cannot have been told later than now.")
    if since is not None and told_at < since:
        raise NotPossible("They cannot have been told before it was refused.")
    if not told_how.strip():
        raise NotPossible("Say how they were told: who called whom, on which number.")
