"""What can become of an arrived paper. Nothing leaves the mail room without one of these."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How a paper reached us."""

    FAX = "fax"
    MAIL = "mail"
    EMAIL = "email"


class State(StrEnum):
    WAITING = "waiting"
    NEW_REQUEST = "new_request"
    ON_CASE = "on_case"
    HANDED_ON = "handed_on"
    REJECTED = "rejected"


class Reason(StrEnum):
    """Why a paper is sent back. "Something is missing" is none: that is keyed, and asked for."""

    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    EMPTY = "empty"
    NOBODY_NAMED = "nobody_named"
    NOT_OURS = "not_ours"
    TWICE = "twice"
    NO_BUSINESS = "no_business"


class Told(StrEnum):
    """How the sender hears of it."""

    FAX = "fax"
    MAIL = "mail"
    PHONE = "phone"
    NOT_TOLD = "not_told"


class Desk(StrEnum):
    """Where a paper goes on to that is none of this desk's business."""

    APPEALS = "appeals"
    CLAIMS = "claims"
    MEMBER_SERVICES = "member_services"
    RECORDS = "records"
    HEALTH_PLAN = "health_plan"


# What the sender is told. The words typed for this one paper follow.
TO_THE_SENDER: dict[Reason, str] = {
    Reason.UNREADABLE: "We cannot read what you sent. Please send it again, larger or darker.",
    Reason.DAMAGED: "The file you sent does not open. Please send it again as PDF, or by fax.",
    Reason.EMPTY: "Only an empty page or a cover sheet reached us. Please send the other pages.",
    Reason.NOBODY_NAMED: "We cannot tell for whom this is. Please add the name, the birth date "
    "and the member number.",
    Reason.NOT_OURS: "This is meant for somebody else. We have not kept it on any record.",
    Reason.TWICE: "We have this already. You need not send it again.",
    Reason.NO_BUSINESS: "This is about nothing we do.",
}


class OutcomeNotPossible(ValueError):
    """The sentence is written for the person at the mail desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why a paper is not taken, how the sender is told, and what else they are told."""

    reason: Reason
    told: Told
    words: str = ""

    @property
    def letter(self) -> str:
        """The whole text for the sender."""
        return " ".join(filter(None, (TO_THE_SENDER[self.reason], self.words.strip())))


def require_possible(rejection: Rejection, *, opens: bool, doubles: bool) -> None:
    """Raise OutcomeNotPossible for a rejection that the paper itself contradicts.

    `opens`: the file can be opened; `doubles`: the very same file came before.
    """
    if rejection.reason is Reason.TWICE and not doubles:
        raise OutcomeNotPossible(
            "No file with the same content came before. Open it and compare: what only looks "
            "alike may be new."
        )
    if rejection.reason is Reason.DAMAGED and opens:
        raise OutcomeNotPossible("This file opens. Choose another reason.")
    if rejection.told is Told.NOT_TOLD and not rejection.words.strip():
        raise OutcomeNotPossible("Write why the sender is not told.")
