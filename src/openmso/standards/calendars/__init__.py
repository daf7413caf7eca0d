"""Lengths of time as the law counts them, and the days an office counts.

Hours and minutes are elapsed time. Days end at 23:59:59 in the office's time zone. Business days
skip Saturdays, Sundays and the holidays of a named list. Instants come back in UTC, because two
instants in one local time zone are compared and subtracted by wall clock, which lies twice a year.
"""

from openmso.standards.calendars.counting import due_after, extended_due
from openmso.standards.calendars.holidays import HolidayList, HolidaysUnknown, holiday_list
from openmso.standards.calendars.limits import LimitInWords
from openmso.standards.calendars.offices import OfficeCalendar, UnknownTimeZone
from openmso.standards.calendars.spans import Span, Unit
from openmso.standards.calendars.workings import working

__all__ = [
    "HolidayList",
    "HolidaysUnknown",
    "LimitInWords",
    "OfficeCalendar",
    "Span",
    "Unit",
    "UnknownTimeZone",
    "due_after",
    "extended_due",
    "holiday_list",
    "working",
]
