"""What the QIO decides. Nobody of ours decides here: an answer is written down as it was told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .notice import NotPossible
from .states import Move


class Look(StrEnum):
    FIRST = "first"
    SECOND = "second"


class Answer(StrEnum):
    END_STANDS = "end_stands"
    CARE_GOES_ON = "care_goes_on"
    NOTICE_NOT_VALID = "notice_not_valid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision of the QIO as it reached us at `told_at`. `told_by` is the QIO's own person or
    letter; `reference` its case number, "" if unknown."""

    answer: Answer
    told_at: datetime
    told_by: str
    reference: str = ""
    words: str = ""


def move_after(answer: Answer) -> Move:
    """Return the move that a decision asks for; without a valid notice care goes on."""
    return Move.LET_STAND if answer is Answer.END_STANDS else Move.LET_GO_ON


def require_possible(told: Told, *, since: datetime | None, at: datetime) -> None:
    """Raise NotPossible unless the QIO told us after it was asked, by `at`, by somebody."""
    if told.told_at > at:
        raise NotPossible("This time has not come yet.")
    if since is not None and told.told_at <= since:
        raise NotPossible("The QIO decides after it told us of the request.")
    if not told.told_by.strip():
        raise NotPossible("Say who of the QIO told us, or which letter did.")
