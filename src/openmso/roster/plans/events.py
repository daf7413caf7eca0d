"""The names of what can happen to an office, its plans, its IPAs and their contracts."""

from enum import StrEnum


class Event(StrEnum):
    OFFICE_OPENED = "office.opened"
    PLAN_ADDED = "plan.added"
    IPA_ADDED = "ipa.added"
    TERM_ADDED = "plan.delegation_term_added"
