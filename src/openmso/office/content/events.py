"""The names of what can happen to an office's published texts and contact lines."""

from enum import StrEnum


class Event(StrEnum):
    LINES_ADDED = "contact_lines.added"
    ORGANIZATIONS_ADDED = "outside_organizations.added"
