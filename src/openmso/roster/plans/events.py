"""The names of what can happen to an office, its plans, its IPAs and their contracts."""

from enum import StrEnum


class Event(StrEnum):
    OFFICE_OPENED = "office.opened"
    PLAN_ADDED = "plan.added"
    PLAN_ENDED = "plan.ended"
    IPA_ADDED = "ipa.added"
    IPA_CORRECTED = "ipa.corrected"
    PRODUCT_ADDED = "plan.product_added"
    PRODUCT_ENDED = "plan.product_ended"
    TERM_ADDED = "plan.delegation_term_added"
    TERM_ENDED = "plan.delegation_term_ended"
