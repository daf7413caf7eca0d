"""The names of what can happen to criteria."""

from enum import StrEnum


class Event(StrEnum):
    EDITION_ADDED = "criteria.edition_added"
    EDITION_ENDED = "criteria.edition_ended"
