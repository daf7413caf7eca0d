"""The names of what can happen to plans, IPAs and their contracts."""

from enum import StrEnum


class Event(StrEnum):
    PLAN_ADDED = "plan.added"
    IPA_ADDED = "ipa.added"
    TERM_ADDED = "plan.delegation_term_added"
