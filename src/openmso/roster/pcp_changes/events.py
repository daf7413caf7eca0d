"""The names of what can happen to a wish for another primary care doctor."""

from enum import StrEnum


class Event(StrEnum):
    ASKED = "pcp_change.asked"
    PASSED_ON = "pcp_change.passed_on"
    ANSWERED = "pcp_change.answered"
