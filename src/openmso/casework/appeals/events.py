"""The names of what can happen to an appeal. Each has one writer; search for its readers."""

from enum import StrEnum


class Event(StrEnum):
    FILED = "appeal.filed"
    SENT_AGAIN = "appeal.sent_again"
    NO_CLOCK = "appeal.no_clock"
    AUTHORITY_SHOWN = "appeal.authority_shown"
    LATE_ACCEPTED = "appeal.late_accepted"
    MADE_URGENT = "appeal.made_urgent"
    PAPERS_ADDED = "appeal.papers_added"
    REVIEWER_CHOSEN = "appeal.reviewer_chosen"
    PAPER_OPENED = "appeal.paper_opened"
    EXTENDED = "appeal.extended"
    OVERTURNED = "appeal.overturned"
    PARTLY_UPHELD = "appeal.partly_upheld"
    UPHELD = "appeal.upheld"
    GOES_ON = "appeal.goes_to_independent_entity"
    CASE_FILE_SENT = "appeal.case_file_sent"
    DISMISSED = "appeal.dismissed"
    WITHDRAWN = "appeal.withdrawn"
    TIME_RAN_OUT = "appeal.time_ran_out"
    TIME_CHECKED = "appeal.time_checked"
    ACKNOWLEDGED = "appeal.acknowledged"
    LETTER_LEFT = "appeal.letter_left"
    REPORTS_TO = "account.reports_to"
