"""One line of a case history as a page shows it, in the desk's words for that kind of case."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.timeline.models import CaseEvent

Reads = Callable[[str], str]


def plain(key: str) -> str:
    """Return a key as words: "first_look" is "first look"."""
    return key.replace("_", " ")


def as_day(kept: str) -> str:
    """Return a day as staff read it; a detail keeps it as "2026-11-27"."""
    return staff_date(date.fromisoformat(kept))


def one_of(words: Mapping[Any, str]) -> Reads:
    """Return who reads a key by these words, and plainly where they have none."""
    return lambda key: words.get(key) or plain(key)


def history_line(
    event: CaseEvent,
    zone: ZoneInfo,
    *,
    names: Mapping[str, str],
    said: Mapping[str, str],
    reads: Mapping[str, Reads],
    href: str = "",
) -> TimelineEntry:
    """Return the line; `names` call events and `said` words their details ("because: {}").

    An event without a name there is called by its own; a detail without words is left out. What
    a detail says is read by its one of `reads`, and plainly where there is none.
    """
    late = event.recorded_at != event.happened_at
    usual = plain(event.name.rpartition(".")[2]).capitalize()
    return TimelineEntry(
        href=href,
        what=names.get(event.name, usual),
        when=staff_time(event.happened_at, zone),
        when_iso=event.happened_at.isoformat(timespec="seconds"),
        who=event.actor_name,
        learned=staff_time(event.recorded_at, zone) if late else "",
        details=tuple(
            pattern.format(reads.get(key, plain)(str(event.details[key])))
            for key, pattern in said.items()
            if event.details.get(key)
        ),
    )
