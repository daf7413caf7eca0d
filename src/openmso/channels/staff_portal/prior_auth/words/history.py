"""The lines of a case's history in the words of the office."""

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.events import Event
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

from .history_details import details_of, plain
from .history_names import NAMES

_LEFT = {
    "fax": "Letter to the {to} sent by fax",
    "mail": "Letter to the {to} sent by mail",
    "portal": "Letter to the {to} put into the portal",
}


_NOTIFIED = {Event.NOTIFIED_MEMBER: "member", Event.NOTIFIED_PROVIDER: "practice"}


def timeline(events: Iterable[CaseEvent], *, zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the lines for the page, in the order given, in the office's zone.

    A letter that left is told in one line for each way: with its way, its proof and its time. The
    order to send it and our note that a duty was met say the same once more and stay out.
    """
    events = list(events)
    left = [event for event in events if event.name in {gate.SENT, gate.PUBLISHED}]
    told = {(event.details.get("letter"), event.details.get("way")) for event in left}
    told |= {(event.details.get("what"), event.details.get("to")) for event in left}
    return [_entry(event, zone) for event in events if _repeats(event) not in told]


def _repeats(event: CaseEvent) -> tuple[object, object] | None:
    """Return which line about a letter that left would say the same as this one."""
    if event.name == gate.ORDERED:
        return event.details.get("letter"), event.details.get("way")
    if event.name in _NOTIFIED:
        return event.details.get("letter"), _NOTIFIED[Event(event.name)]
    return None


def _what(event: CaseEvent) -> str:
    if event.name in {gate.SENT, gate.PUBLISHED}:
        way, to = str(event.details.get("way")), str(event.details.get("to"))
        return _LEFT.get(way, "Letter to the {to} sent").format(to=to)
    return NAMES.get(event.name, plain(event.name.rpartition(".")[2]).capitalize())


def _entry(event: CaseEvent, zone: ZoneInfo) -> TimelineEntry:
    late = event.recorded_at != event.happened_at
    return TimelineEntry(
        what=_what(event),
        when=staff_time(event.happened_at, zone),
        when_iso=event.happened_at.isoformat(timespec="seconds"),
        who=event.actor_name,
        learned=staff_time(event.recorded_at, zone) if late else "",
        details=details_of(_unsaid(event), zone),
    )


def _unsaid(event: CaseEvent) -> Mapping[str, Any]:
    """Return the details that the line itself does not say already."""
    details: Mapping[str, Any] = event.details
    if event.name not in {gate.SENT, gate.PUBLISHED}:
        return details
    return {name: value for name, value in details.items() if name not in {"to", "way"}}
