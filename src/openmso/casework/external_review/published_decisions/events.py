"""The names of what can happen to the published decisions."""

from enum import StrEnum


class Event(StrEnum):
    LOADED = "published_decisions.loaded"
