"""One line of a case history as a page shows it, in the desk's words for that kind of case."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.timeline.models import CaseEvent


def history_line(
    event: CaseEvent,
    zone: ZoneInfo,
    *,
    names: Mapping[str, str],
    said: Mapping[str, str],
    href: str = "",
) -> TimelineEntry:
    """Return the line; `names` call events and `said` words their details ("because: {}").

    An event without a name there is called by its own; a detail without words is left out.
    """
    late = event.recorded_at != event.happened_at
    usual = event.name.rpartition(".")[2].replace("_", " ").capitalize()
    return TimelineEntry(
        href=href,
        what=names.get(event.name, usual),
        when=staff_time(event.happened_at, zone),
        when_iso=event.happened_at.isoformat(timespec="seconds"),
        who=event.actor_name,
        learned=staff_time(event.recorded_at, zone) if late else "",
        details=tuple(
            pattern.format(str(event.details[key]).replace("_", " "))
            for key, pattern in said.items()
            if event.details.get(key)
        ),
    )
