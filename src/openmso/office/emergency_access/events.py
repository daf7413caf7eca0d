"""The names of what can happen here. OPENED stands on the timeline of the case that was opened."""

from enum import StrEnum


class Event(StrEnum):
    OPENED = "emergency_access.opened"
    REVIEWED = "emergency_access.reviewed"
