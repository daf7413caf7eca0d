"""The steps of a page, and of a schedule, in the words of the office."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.on_call import events
from openmso.office.on_call.domain.duty_role import DUTY_NAMES, DutyRole
from openmso.office.on_call.domain.states import PageState
from openmso.office.timeline.models import CaseEvent

STATES = {
    PageState.WAITING: StatusTag("Waiting for an answer", StatusTone.WAITING),
    PageState.ACKNOWLEDGED: StatusTag("Acknowledged", StatusTone.GOOD),
    PageState.UNANSWERED: StatusTag("Nobody answered", StatusTone.STOP),
}
_WAYS = {"pager": "by pager", "email": "by e-mail"}
_NAMES = {
    events.PAGE_ASKED: "Page asked for",
    events.PAGE_ASKED_AGAIN: "Asked for again; this page goes on",
    events.PAGE_CALLED: "{who} called",
    events.PAGE_ESCALATED: "No answer in time: on to the next in line",
    events.PAGE_SENT: "Text to {who} sent {way}",
    events.PAGE_DELIVERED: "Text to {who} delivered {way}",
    events.PAGE_FAILED: "Text to {who} could not be sent {way}",
    events.PAGE_ACKNOWLEDGED: "{who} has it",
    events.PAGE_NOBODY_LEFT: "{why}: on the supervisor's list",
    events.PUBLISHED: "Published with {shifts} shifts",
    events.SWAPPED: "{took} took over from {gave}",
}
_THROUGH = {
    "page": "on the page, signed in",
    "phone_desk": "by telephone, with the code",
    "case": "by answering the case",
}


def history_in_words(lines: Iterable[CaseEvent], zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the lines in the order given, in the office's zone."""
    return [_entry(line, zone) for line in lines]


def role_name(role: str) -> str:
    return DUTY_NAMES[DutyRole(role)]


def _entry(line: CaseEvent, zone: ZoneInfo) -> TimelineEntry:
    late = line.recorded_at != line.happened_at
    said = {"who": "", "way": "", **line.details}
    said["way"] = _WAYS.get(str(said["way"]), "")
    what = _NAMES.get(line.name, line.name.rpartition(".")[2].replace("_", " ").capitalize())
    return TimelineEntry(
        what=what.format_map(said),
        when=staff_time(line.happened_at, zone),
        when_iso=line.happened_at.isoformat(timespec="seconds"),
        who=line.actor_name,
        learned=staff_time(line.recorded_at, zone) if late else "",
        details=_details(line.name, line.details, zone),
    )


def _details(name: str, said: dict[str, Any], zone: ZoneInfo) -> list[str]:
    if name == events.PAGE_CALLED:
        by = staff_time(datetime.fromisoformat(said["answer_by"]), zone)
        return [f"{role_name(said['role'])}, to answer by {by}"]
    if name == events.PAGE_ACKNOWLEDGED:
        late = ["After nobody had answered in time"] if said.get("late") else []
        return [_THROUGH.get(str(said.get("through")), ""), *late]
    if name in {events.PAGE_SENT, events.PAGE_FAILED}:
        return [text for text in (said.get("proof"), said.get("why")) if text]
    if name in {events.PUBLISHED, events.SWAPPED}:
        first, last = (
            staff_time(datetime.fromisoformat(said[which]), zone)
            for which in ("starts_at", "ends_at")
        )
        return [f"{first} to {last}"]
    return []
