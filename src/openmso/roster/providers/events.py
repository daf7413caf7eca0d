"""The names of what can happen to the network."""

from enum import StrEnum


class Event(StrEnum):
    PRACTICE_ADDED = "practice.added"
    PRACTITIONER_ADDED = "practitioner.added"
