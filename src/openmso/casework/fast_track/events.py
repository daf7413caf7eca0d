"""The names of what can happen to care that ends. Each has one writer."""

from enum import StrEnum


class Event(StrEnum):
    ANNOUNCED = "fast_track.end_announced"
    NOTICE_GIVEN = "fast_track.notice_given"
    NOTICE_LATE = "fast_track.notice_came_late"
    ASKED = "fast_track.qio_asked"
    ASKED_PLAN = "fast_track.goes_to_the_plan"
    TOLD = "fast_track.qio_told_us"
    REASONS_WRITTEN = "fast_track.reasons_written"
    REASONS_GIVEN = "fast_track.reasons_given"
    RECORDS_SENT = "fast_track.records_sent"
    PAPERS_LATE = "fast_track.papers_late"
    TIME_CHECKED = "fast_track.time_checked"
    DECIDED = "fast_track.qio_decided"
    ASKED_AGAIN = "fast_track.qio_asked_again"
    WITHDRAWN = "fast_track.request_withdrawn"
    TAKEN_BACK = "fast_track.end_taken_back"
    HANDED_OVER = "fast_track.handed_to_appeals"
    FOLLOWED = "fast_track.new_end_announced"
    CLOSED = "fast_track.closed"
