"""A list that is whole from a day: what it repeats goes on, what it no longer names ends.

It speaks for the plans and lines of business that stand in it, and for no others.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from .authorization_list_sheet import EntryRow, has_first_day
from .dated import Stored
from .rows import Taken


def with_first_days(
    rows: Iterable[Taken[EntryRow]], stored: Iterable[Stored], whole_from: date
) -> list[Taken[EntryRow]]:
    """Give rows without a first day that of the entry they repeat, or the day of the list."""
    in_force = {each.track: each for each in stored if _holds(each, whole_from)}
    dated = []
    for each in rows:
        if not has_first_day(each.row):
            known = in_force.get(each.row.track)
            repeats = known is not None and known.says == each.row.says
            day = known.from_on if known and repeats else whole_from
            each = Taken(each.file, each.line, each.row.beginning(day))
        dated.append(each)
    return dated


def left_out(
    rows: Iterable[Taken[EntryRow]], stored: Iterable[Stored], whole_from: date
) -> list[UUID]:
    """Return the entries that began before the day, hold on it, and are no longer named."""
    named = {each.row.track for each in rows}
    scopes = {each.row.scope for each in rows}
    return [
        each.id
        for each in stored
        if isinstance(each.track, tuple)
        and each.track[:-1] in scopes
        and each.track not in named
        and each.from_on < whole_from
        and _holds(each, whole_from)
    ]


def _holds(stored: Stored, on: date) -> bool:
    return stored.from_on <= on and (stored.until_on is None or on < stored.until_on)
