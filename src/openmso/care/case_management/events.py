"""The names of what can happen to a care case. Each has one writer."""

from enum import StrEnum


class Event(StrEnum):
    OPENED = "care.opened"
    CLOSED = "care.closed"
    HANDED_OVER = "care.handed_over"
    FLAGGED = "care.flagged_complex"
    FLAG_ENDED = "care.flag_ended"
    STATUS = "care.status"
    TASK_ADDED = "care.task_added"
    TASK_ENDED = "care.task_ended"
    CONTACT = "care.contact"
    PLAN_WRITTEN = "care.plan_written"
    GOAL_SET = "care.goal_set"
    GOAL_SETTLED = "care.goal_settled"
    COMMENTED = "care.commented"
    INSTRUCTED = "care.instructions_given"
    ACCESS_GIVEN = "care.standing_access_given"
    TREATMENT_ADDED = "care.treatment_added"
    TREATMENT_ENDED = "care.treatment_ended"
    CONTINUITY = "care.continuity_kept"
    CONTINUITY_KNOWN = "care.continuity_known"
