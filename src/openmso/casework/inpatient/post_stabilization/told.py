"""The history of a case in words: one wording for the hospital's page and for our desks.

Both sides read the same lines, so that nobody argues next month about what happened that night.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from openmso.office.documents.models import Document
from openmso.office.letters import events as letters
from openmso.office.on_call import events as on_call
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

from .events import Event

_NAMES = {
    Event.ASKED: "The hospital asked; the clock started",
    Event.ASKED_AGAIN: "The same form was sent again; nothing changed",
    Event.IDENTIFIED: "Patient identified",
    Event.NOT_OURS: "Not our member on this day",
    Event.APPROVED: "Approved",
    Event.DISAGREED: "Our physician disagreed",
    Event.CONSULTATION_OFFERED: "Talk with our physician offered",
    Event.CONSULTATION: "Talk between the physicians",
    Event.TIME_RAN_OUT: "Nobody answered in time: the plan is responsible from this minute",
    Event.TIME_CHECKED: "Time checked; nothing changed",
    Event.CLOCK_CORRECTED: "Time set by the patient's own line of business",
    Event.NO_CLOCK: "No rule gives a time for this answer; a person watches it",
    Event.ENDED: "The plan's responsibility ended",
    Event.PAPER_OPENED: "Paper opened",
    Event.NEVER_ASKED: "Care after stabilization that nobody had asked us about",
    letters.ORDERED: "Letter ordered",
    gate.SENT: "Letter sent",
    gate.FAILED: "Letter could not be sent yet",
    on_call.PAGED: "Paged",
    on_call.ACKNOWLEDGED: "Page acknowledged",
    on_call.UNANSWERED: "Nobody on call is left to page",
    "document.attached": "Paper received",
    "worklist.assigned": "Taken on",
}
_SAID = {
    "channel": "by {}",
    "purpose": "purpose: {}",
    "line_of_business": "line of business: {}",
    "rule": "rule {}",
    "citation": "{}",
    "authorization": "authorization {}",
    "level_of_care": "level of care: {}",
    "reason": "because: {}",
    "phone": "call {}",
    "what": "{}",
    "way": "by {}",
    "kind": "{}",
    "role": "{}",
    "name": "{}",
    "to": "to {}",
}
_OUR_WORDS = {"channel", "purpose", "what", "way", "kind", "role", "to"}
_YES_NO = {
    "reached": ("physicians reached each other", "nobody was reached"),
    "agreed": ("they agreed", "no agreement: care goes on, the plan stays responsible"),
    "face_sheet": ("with face sheet", "without face sheet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `learned_at` None: we knew it when it happened."""

    what: str
    who: str
    happened_at: datetime
    learned_at: datetime | None = None
    details: tuple[str, ...] = ()


def lines(events: Iterable[CaseEvent]) -> list[Line]:
    """Return the history in words, in the order given.

    A letter is told when it is ordered and when it has left; what the printer does stays out.
    """
    return [_line(event) for event in events if not _is_of_the_printer(event)]


def _is_of_the_printer(event: CaseEvent) -> bool:
    if event.name == "document.attached":
        return bool(event.details.get("source") == Document.Source.OFFICE)
    return event.name in {letters.PRINTED, gate.ORDERED}


def _line(event: CaseEvent) -> Line:
    late = event.recorded_at != event.happened_at
    usual = event.name.rpartition(".")[2].replace("_", " ").capitalize()
    return Line(
        what=gettext(_NAMES.get(event.name, usual)),
        who=event.actor_name,
        happened_at=event.happened_at,
        learned_at=event.recorded_at if late else None,
        details=tuple(_details(event.details)),
    )


def _details(details: dict[str, object]) -> Iterable[str]:
    for name, value in details.items():
        if name in _YES_NO:
            yield gettext(_YES_NO[name][0 if value else 1])
        elif name in _SAID and value:
            words = str(value).replace("_", " ").removeprefix("+1")
            yield gettext(_SAID[name]).format(gettext(words) if name in _OUR_WORDS else words)
