"""The names of what can happen to a stay. Each has one writer."""

from enum import StrEnum


class Event(StrEnum):
    NOTIFIED = "admission.notified"
    NOTIFIED_AGAIN = "admission.sent_again"
    IDENTIFIED = "admission.patient_identified"
    NOT_OURS = "admission.not_our_member"
    JOINED = "admission.joined_to_the_night"
    LINKED = "admission.linked_to_approval"
    MOVED = "admission.moved"
    STRUCK = "admission.move_struck"
    STATUS = "admission.daily_status"
    DAYS_APPROVED = "admission.days_approved"
    DAYS_REFUSED = "admission.days_refused"
    TO_PHYSICIAN = "admission.sent_to_physician"
    DISCHARGE_PLANNED = "admission.discharge_planned"
    DISCHARGED = "admission.discharged"
    NOTICE_GIVEN = "admission.notice_given"
    DISPUTED = "admission.discharge_disputed"
    PCP_TOLD = "admission.pcp_told"
    NO_PCP = "admission.no_pcp_known"
    PAPER_OPENED = "admission.paper_opened"
    PROVIDER_TOLD = "admission.hospital_told"
