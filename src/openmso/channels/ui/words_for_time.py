"""How the house writes days, moments and lengths of time.

Staff read 11/22/2026 3:05 PM PST in their office's zone; members read November 22, 2026.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import dateformat, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_ONE_DAY = timedelta(days=1)

MEMBER_FORMATS = {"en": "F j, Y", "es": r"j \d\e F \d\e Y"}


def staff_time(moment: datetime, zone: ZoneInfo) -> str:
    """Return the moment in the office's zone, zone named: "11/22/2026 3:05 PM PST"."""
    local = moment.astimezone(zone)
    return f"{staff_date(local.date())} {clock_time(moment, zone)} {local.tzname()}"


def clock_time(moment: datetime, zone: ZoneInfo) -> str:
    """Return "3:05 PM" in the office's zone."""
    local = moment.astimezone(zone)
    return f"{local.hour % 12 or 12}:{local.minute:02} {'PM' if local.hour >= 12 else 'AM'}"


def staff_date(day: date) -> str:
    """Return "11/22/2026"."""
    # A page writes dozens of them: the C library's formatter takes three times as long.
    return f"{day.month:02}/{day.day:02}/{day.year}"


def staff_last_day(until_on: date) -> str:
    """Return the last day of a span that ends before `until_on`: "11/22/2026"."""
    return staff_date(until_on - _ONE_DAY)


def member_date(day: date, language: str = "en") -> str:
    """Return the day as a member reads it; an unknown language gets the English form."""
    base = language.split("-")[0]
    known = base if base in MEMBER_FORMATS else "en"
    with translation.override(known):
        return dateformat.format(day, MEMBER_FORMATS[known])


def length_of(span: timedelta) -> str:
    """Return a length in its two largest useful units: "4 h 5 min", "3 days", "12 min".

    A part of a minute counts as none; from three days on, hours are left out.
    """
    minutes = int(abs(span).total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        return f"{_days(days)} {_hours(hours)}" if hours and days < 3 else _days(days)
    if hours:
        return f"{_hours(hours)} {_minutes(minutes)}" if minutes and hours < 12 else _hours(hours)
    return _minutes(minutes)


def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def _hours(count: int) -> str:
    return _("%(count)s h") % {"count": count}


def _minutes(count: int) -> str:
    return _("%(count)s min") % {"count": count}
