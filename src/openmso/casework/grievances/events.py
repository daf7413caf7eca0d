"""The names of what can happen to a grievance. Each has one writer; search for its readers."""

from enum import StrEnum


class Event(StrEnum):
    FILED = "grievance.filed"
    SENT_AGAIN = "grievance.sent_again"
    NO_CLOCK = "grievance.no_clock"
    AUTHORITY_SHOWN = "grievance.authority_shown"
    KIND_CHANGED = "grievance.kind_changed"
    MARKED = "grievance.marked"
    GIVEN = "grievance.given"
    EXTENDED = "grievance.extended"
    SOLVED = "grievance.solved_at_once"
    ANSWERED = "grievance.answered"
    WITHDRAWN = "grievance.withdrawn"
    DISMISSED = "grievance.dismissed"
    REOPENED = "grievance.reopened"
    BECAME_APPEAL = "grievance.became_appeal"
    TIME_RAN_OUT = "grievance.time_ran_out"
    TIME_CHECKED = "grievance.time_checked"
    LETTER_LEFT = "grievance.letter_left"
    CONTACT_TAKEN = "contact.taken"
    CONTACT_OPENED = "contact.opened_cases"
