"""Reads a date as people in the office write it, and says in a sentence why it is none.

Month, day, year in that order, or the year first, or the month as a word in English or Spanish.
"""

import re
from calendar import monthrange
from datetime import date

from django.utils.translation import gettext as _

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2,4})")
MONTH_WORD = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{2,4})")
DAY_THEN_WORD = re.compile(r"(\d{1,2})\s+(?:de\s+)?([^\W\d_]{3,})\.?\s*(?:de\s+)?,?\s*(\d{2,4})")

# The first letters are enough: "November", "nov", "noviembre".
MONTH_STARTS = (
    ("jan", "ene"), ("feb",), ("mar",), ("apr", "abr"), ("may",), ("jun",),
    ("jul",), ("aug", "ago"), ("sep", "set"), ("oct",), ("nov",), ("dec", "dic"),
)  # fmt: skip
EARLIEST_YEAR = 1880
LATEST_YEAR = 2200


class NotADate(ValueError):
    """The text is no date. The message is written for the person who typed it."""


def read_date(text: str) -> date:
    """Return the date written in `text`; raise NotADate with a sentence that helps."""
    written = " ".join(text.split())
    if found := YEAR_FIRST.fullmatch(written):
        year, month, day = (int(part) for part in found.groups())
        return date_of(year=year, month=month, day=day)
    if found := MONTH_FIRST.fullmatch(written):
        month, day = int(found[1]), int(found[2])
        return date_of(year=_year(found[3]), month=month, day=day)
    if found := MONTH_WORD.fullmatch(written):
        return date_of(year=_year(found[3]), month=_month(found[1]), day=int(found[2]))
    if found := DAY_THEN_WORD.fullmatch(written):
        return date_of(year=_year(found[3]), month=_month(found[2]), day=int(found[1]))
    raise NotADate(_("Write the date as month/day/year, for example 11/22/2026."))


def date_of(*, year: int, month: int, day: int) -> date:
    """Return the date; raise NotADate naming the part that cannot be."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NotADate(_("Check the year: %(year)s.") % {"year": year})
    if not 1 <= month <= 12:
        raise NotADate(
            _("There is no month %(month)s. Write the month first, for example 11/22/2026.")
            % {"month": month}
        )
    last_day = monthrange(year, month)[1]
    if not 1 <= day <= last_day:
        raise NotADate(
            _("That month has no day %(day)s. Its last day is %(month)s/%(last)s/%(year)s.")
            % {"day": day, "month": month, "last": last_day, "year": year}
        )
    return date(year, month, day)


def _year(text: str) -> int:
    if len(text) != 4:
        raise NotADate(_("Write the year with 4 digits, for example 2026."))
    return int(text)


def _month(word: str) -> int:
    start = word.casefold()[:3]
    for number, starts in enumerate(MONTH_STARTS, start=1):
        if start in starts:
            return number
    raise NotADate(_('We do not know the month "%(word)s".') % {"word": word})
