"""The names of what can happen to a member's coverage."""

from enum import StrEnum


class Event(StrEnum):
    CHECKED = "eligibility.checked"
    COVERAGE_ADDED = "coverage.added"
    COVERAGE_CORRECTED = "coverage.corrected"
    COVERAGE_ENDED = "coverage.ended"
