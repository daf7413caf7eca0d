"""A care case is open or closed, and how things in it end: nothing leaves without an outcome."""

from enum import StrEnum


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Closing(StrEnum):
    """Why nobody follows the case any longer."""

    GOALS_REACHED = "goals_reached"
    DECLINED = "declined"
    HANDED_OVER = "handed_over"
    NOT_COVERED = "not_covered"
    DIED = "died"


class TaskOutcome(StrEnum):
    DONE = "done"
    NOT_NEEDED = "not_needed"
    NOT_POSSIBLE = "not_possible"


class ContactWay(StrEnum):
    PHONE = "phone"
    VISIT = "visit"
    VIDEO = "video"
    LETTER = "letter"


class ContactWith(StrEnum):
    MEMBER = "member"
    FAMILY = "family_or_helper"
    PRACTICE = "practice"
    HOSPITAL = "hospital"
    PLAN = "health_plan"
    SOMEBODY_ELSE = "somebody_else"


class ContactOutcome(StrEnum):
    TALKED = "talked"
    LEFT_WORD = "left_word"
    NOT_REACHED = "not_reached"
    DECLINED = "declined_to_talk"


class GoalState(StrEnum):
    OPEN = "open"
    REACHED = "reached"
    GIVEN_UP = "given_up"


class Source(StrEnum):
    """Where instructions come from."""

    VISIT = "visit"
    DISCHARGE = "discharge"


class NotOpen(ValueError):
    """The case is closed; it is read and no longer worked on."""


class OutcomeMissing(ValueError):
    """Something was to leave the list without saying how it ended."""


def require_open(state: str) -> None:
    """Raise NotOpen unless the case is being worked on."""
    if state != State.OPEN:
        raise NotOpen("This case is closed. Open a new one to go on.")


def require_words(outcome: StrEnum, words: str) -> None:
    """Raise OutcomeMissing for an end that nobody can understand without words."""
    if outcome in {TaskOutcome.NOT_POSSIBLE, Closing.HANDED_OVER} and not words.strip():
        raise OutcomeMissing("Say in a few words why, or to whom.")
