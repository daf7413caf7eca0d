"""Lengths of time as the law counts them, and the days an office counts.

Hours and minutes are elapsed time. Days end at 23:59:59 in the office's time zone. Business days
skip Saturdays, Sundays and the holidays of a named list. Instants come back in UTC, because two
instants in one local time zone are compared and subtracted by wall clock, which lies twice a year.
"""

from openmso.standards.calendars.counting import due_after, extended_due
from openmso.standards.calendars.holidays import HolidayList, HolidaysUnknown, holiday_list
from openmso.standards.calendars.limits import Counted, Limit, LimitInWords, parse_limit
from openmso.standards.calendars.office_hours import HoursUnknown, OfficeHours, office_hours
from openmso.standards.calendars.offices import OfficeCalendar, UnknownTimeZone
from openmso.standards.calendars.points_of_day import PointOfDay
from openmso.standards.calendars.rates import Rate
from openmso.standards.calendars.spans import Span, Unit
from openmso.standards.calendars.workings import working

__all__ = [
    "Counted",
    "HolidayList",
    "HolidaysUnknown",
    "HoursUnknown",
    "Limit",
    "LimitInWords",
    "OfficeCalendar",
    "OfficeHours",
    "PointOfDay",
    "Rate",
    "Span",
    "Unit",
    "UnknownTimeZone",
    "due_after",
    "extended_due",
    "holiday_list",
    "office_hours",
    "parse_limit",
    "working",
]
