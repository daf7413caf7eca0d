"""The names of what can happen to a hospital's request. Each has one writer."""

from enum import StrEnum


class Event(StrEnum):
    ASKED = "post_stabilization.asked"
    ASKED_AGAIN = "post_stabilization.sent_again"
    IDENTIFIED = "post_stabilization.patient_identified"
    NOT_OURS = "post_stabilization.not_our_member"
    APPROVED = "post_stabilization.approved"
    DISAGREED = "post_stabilization.disagreed"
    CONSULTATION_OFFERED = "post_stabilization.consultation_offered"
    CONSULTATION = "post_stabilization.consultation"
    TIME_RAN_OUT = "post_stabilization.time_ran_out"
    TIME_CHECKED = "post_stabilization.time_checked"
    CLOCK_CORRECTED = "post_stabilization.clock_corrected"
    NO_CLOCK = "post_stabilization.no_clock"
    ENDED = "post_stabilization.responsibility_ended"
    PAPER_OPENED = "post_stabilization.paper_opened"
    NEVER_ASKED = "post_stabilization.never_asked"
    CODE_ORDERED = "hospital.code_ordered"
    CODE_SENT = "hospital.code_sent"
    CODE_USED = "hospital.code_used"
    CODE_WRONG = "hospital.code_wrong"
