"""Whether a remedy can be used, why, and from which day its last day counts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """Whether a member can use a remedy on the day asked about."""

    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    PREDICTED = "predicted"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """`why` and `ask` are ids of words.yaml; `day` fills the place in the reason.

    `counts_from` is the day from which the last day counts, None when it is not known (yet).
    `or_later`: the other day that counts, where the rule names one.
    """

    state: State
    why: str
    day: date | None = None
    opens_on: date | None = None
    counts_from: date | None = None
    or_later: date | None = None
    ask: str = ""


def closed(why: str, *, ask: str = "", day: date | None = None) -> Opened:
    return Opened(state=State.CLOSED, why=why, ask=ask, day=day)


def predicted(why: str, *, counts_from: date | None = None) -> Opened:
    return Opened(state=State.PREDICTED, why=why, counts_from=counts_from)


def a_person(why: str = "a_person_decides", *, counts_from: date | None = None) -> Opened:
    return Opened(state=State.PERSON, why=why, counts_from=counts_from)


def not_yet(why: str, *, opens_on: date | None = None) -> Opened:
    return Opened(state=State.NOT_YET, why=why, opens_on=opens_on, day=opens_on)


def is_open(why: str = "open_now", *, counts_from: date | None = None) -> Opened:
    return Opened(state=State.OPEN, why=why, counts_from=counts_from)
