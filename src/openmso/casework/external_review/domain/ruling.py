"""The questions that an outside body answers about a case, and what each answer means for us."""

from datetime import date
from enum import StrEnum

from .states import Move


class Asked(StrEnum):
    """What was decided. Whether care is covered is the regulator's own question, apart."""

    QUALIFIES = "qualifies"
    COVERAGE = "coverage"
    DISPUTE = "dispute"


class Answer(StrEnum):
    QUALIFIES = "qualifies"
    DOES_NOT_QUALIFY = "does_not_qualify"
    COVERED = "covered"
    NOT_COVERED = "not_covered"
    FOR_MEMBER = "for_member"
    PARTLY = "partly_for_member"
    FOR_PLAN = "for_plan"


ANSWERS: dict[Asked, tuple[Answer, ...]] = {
    Asked.QUALIFIES: (Answer.QUALIFIES, Answer.DOES_NOT_QUALIFY),
    Asked.COVERAGE: (Answer.COVERED, Answer.NOT_COVERED),
    Asked.DISPUTE: (Answer.FOR_MEMBER, Answer.PARTLY, Answer.FOR_PLAN),
}

FAVOURABLE = frozenset({Answer.FOR_MEMBER, Answer.PARTLY})
"""Answers that must be carried out: authorized, given, and proven."""


class NotPossible(ValueError):
    """What was told cannot be so; the sentence says what to look at."""


def move_after(answer: Answer) -> Move:
    """Return the move that a ruling in the dispute asks for."""
    return Move.RULE_FOR_MEMBER if answer in FAVOURABLE else Move.UPHOLD_OUR_NO


def require_possible(decided_on: date, *, today: date) -> None:
    """Raise NotPossible for a letter that bears a day which has not come."""
    if decided_on > today:
        raise NotPossible("The day of the decision has not come yet. Look at the letter again.")


def still_owed(*, favourable: bool, authorized: bool, served: bool, proof: bool) -> tuple[str, ...]:
    """Return what a ruling for the member still needs before its case may close; empty: nothing.

    The regulator sees to it that the member gets the care. Source: HSC 1374.34.
    """
    if not favourable:
        return ()
    needed = (
        (authorized, "the authorization"),
        (served, "the day on which the care was given"),
        (proof, "the proof of service"),
    )
    return tuple(name for there, name in needed if not there)
