"""The tables: schedules of duty, pages with their steps, and the phone desk's calls."""

from .pages import PAGE, Page, PageCall, PageSending
from .phone_desk import CALL_TAKEN, CallTaken, PagerNumber
from .schedules import SCHEDULE, DutySchedule, Leave, Shift

__all__ = [
    "CALL_TAKEN",
    "PAGE",
    "SCHEDULE",
    "CallTaken",
    "DutySchedule",
    "Leave",
    "Page",
    "PageCall",
    "PageSending",
    "PagerNumber",
    "Shift",
]
