"""The names of what can happen to code lists, authorization lists and benefit books."""

from enum import StrEnum


class Event(StrEnum):
    LIST_CHANGED = "authorization_list.changed"
    ENTRY_ENDED = "authorization_list.entry_ended"
    BENEFITS_ADDED = "plan.benefits_added"
    CODES_LOADED = "service_codes.loaded"
