"""The names of what can happen to a member's record."""

from enum import StrEnum


class Event(StrEnum):
    ADDED = "member.added"
