"""When invented people do things: in office hours, in order, and never after the present."""

from datetime import datetime, timedelta
from random import Random

from openmso.standards.calendars import OfficeCalendar

_OPENS, _CLOSES = 8, 17


class Hours:
    """Chooses instants in one office's hours; the same `chance` chooses the same instants."""

    def __init__(self, office: OfficeCalendar, chance: Random) -> None:
        self._office = office
        self._chance = chance

    def later(self, than: datetime, *, minutes: tuple[int, int], before: datetime) -> datetime:
        """Return an instant some minutes after `than`, moved into office hours.

        Where that would not be before `before`, it is any instant between the two.
        """
        wanted = self.open_from(than + timedelta(minutes=self._chance.randint(*minutes)))
        if wanted < before:
            return wanted
        return than + (before - than) * self._chance.uniform(0.15, 0.6)

    def open_from(self, instant: datetime) -> datetime:
        """Return `instant`, or an early moment of the next day on which the office is open."""
        local = self._office.local(instant)
        if local.hour >= _CLOSES:
            local += timedelta(days=1)
        elif self._office.is_business_day(local.date()) and local.hour >= _OPENS:
            return instant
        while not self._office.is_business_day(local.date()):
            local += timedelta(days=1)
        minute = self._chance.randint(5, 170)
        opening = local.replace(hour=_OPENS, minute=0, second=0, microsecond=0)
        return max(instant, opening + timedelta(minutes=minute))

    def open_before(self, instant: datetime) -> datetime:
        """Return `instant`, or a moment in the middle of the last day on which the office was open
        before it."""
        local = self._office.local(instant)
        if self._office.is_business_day(local.date()) and _OPENS <= local.hour < _CLOSES:
            return instant
        day = local - timedelta(days=1)
        while not self._office.is_business_day(day.date()):
            day -= timedelta(days=1)
        minute = self._chance.randint(0, 59)
        return day.replace(hour=(_OPENS + _CLOSES) // 2, minute=minute, second=0, microsecond=0)
