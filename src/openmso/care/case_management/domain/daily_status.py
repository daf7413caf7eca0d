"""The daily look at a complex case: a day without an entry is an exception until somebody tells it.

Days are days of the office. An entry may be written for an earlier day; it then says so.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

_ONE_DAY = timedelta(days=1)


class Condition(StrEnum):
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NOT_KNOWN = "not_known"


class DayNotWatched(ValueError):
    """The day lies ahead, or before anybody began to watch this case daily."""


def require_watched(on: date, *, watched_from: date, today: date) -> None:
    """Raise DayNotWatched unless an entry may be about `on`; both ends inclusive."""
    if not watched_from <= on <= today:
        raise DayNotWatched("Choose a day from the beginning of the daily watch until today.")


def missing_days(*, watched_from: date, told: Collection[date], today: date) -> tuple[date, ...]:
    """Return the days before `today` of which nobody wrote how the member was, oldest first."""
    passed = (today - watched_from).days
    days = (watched_from + number * _ONE_DAY for number in range(passed))
    return tuple(day for day in days if day not in told)


def next_day_to_tell(*, watched_from: date, told: Collection[date], today: date) -> date:
    """Return the first day that still wants an entry; tomorrow when nothing is open."""
    missing = missing_days(watched_from=watched_from, told=told, today=today)
    if missing:
        return missing[0]
    return today + _ONE_DAY if today in told else max(today, watched_from)
