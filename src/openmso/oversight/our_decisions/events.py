"""The names of what can happen to a published decision. Each has one writer."""

from enum import StrEnum


class Event(StrEnum):
    RELEASED = "our_decision.released"
    TAKEN_BACK = "our_decision.taken_back"
