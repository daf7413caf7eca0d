"""An office's own time: its zone, its closed days, its hours, the end of its day."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Self
from zoneinfo import ZoneInfo

from openmso.standards.calendars.holidays import HolidayList, holiday_list
from openmso.standards.calendars.office_hours import OfficeHours, office_hours

END_OF_DAY = time(23, 59, 59)
SATURDAY = 5


class UnknownTimeZone(ValueError):
    """A name that is no time zone of the IANA data base."""


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """The time zone an office counts in, the holidays it keeps, the hours it is open."""

    time_zone: ZoneInfo
    holidays: HolidayList
    hours: OfficeHours = field(default_factory=office_hours)

    @classmethod
    def of(cls, time_zone: str, holidays: str = "federal_observed", hours: str = "usual") -> Self:
        """Return the calendar for an IANA zone name and lists of the package.

        Raises UnknownTimeZone, HolidaysUnknown or HoursUnknown.
        """
        try:
            zone = ZoneInfo(time_zone)
        except (KeyError, ValueError, OSError):
            raise UnknownTimeZone(
                f'not a time zone: "{time_zone}" (write e.g. "America/Los_Angeles")'
            ) from None
        return cls(zone, holiday_list(holidays), office_hours(hours))

    def instant(self, when: datetime) -> datetime:
        """Return `when` in UTC; without an offset it is this office's wall clock.

        A wall-clock time that comes twice (the hour after the autumn change) or never (the hour
        skipped in spring) is read with the offset in force before the change: the first of the
        two, and 02:30 as half an hour after the change.
        """
        if when.utcoffset() is None:
            when = when.replace(tzinfo=self.time_zone, fold=0)
        return when.astimezone(UTC)

    def local(self, when: datetime) -> datetime:
        """Return `when` on this office's wall clock, for printing and for its date."""
        return self.instant(when).astimezone(self.time_zone)

    def end_of_day(self, day: date) -> datetime:
        """Return 23:59:59 of that day here, in UTC (the first one, should it come twice)."""
        return self.at(day, END_OF_DAY)

    def at(self, day: date, clock: time) -> datetime:
        """Return that time on the wall clock here, in UTC (the first, should it come twice)."""
        return datetime.combine(day, clock, tzinfo=self.time_zone).astimezone(UTC)

    def why_closed(self, day: date) -> str | None:
        """Return "weekend" or the holiday's name, or None on a business day.

        Raises HolidaysUnknown on a weekday that the list of holidays does not cover.
        """
        return "weekend" if day.weekday() >= SATURDAY else self.holidays.holiday_on(day)

    def is_business_day(self, day: date) -> bool:
        """Tell whether business days are counted on `day`; raises as `why_closed`."""
        return self.why_closed(day) is None
