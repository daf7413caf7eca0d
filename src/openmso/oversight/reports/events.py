"""The names of what can happen to a report."""

from enum import StrEnum


class Event(StrEnum):
    RAN = "report.ran"
    PUBLISHED = "report.published"
    OUTLIER_REVIEWED = "report.outlier_reviewed"
