"""A history that both sides read, line by line, as the pages draw it."""

from zoneinfo import ZoneInfo

from openmso.casework.inpatient.post_stabilization.told import Line
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.words_for_time import staff_time


def entry_of(line: Line, zone: ZoneInfo) -> TimelineEntry:
    """Return a line as the page's timeline draws it, its times in `zone`."""
    return TimelineEntry(
        what=line.what,
        when=staff_time(line.happened_at, zone),
        when_iso=line.happened_at.isoformat(timespec="seconds"),
        who=line.who,
        learned=staff_time(line.learned_at, zone) if line.learned_at else "",
        details=line.details,
    )
