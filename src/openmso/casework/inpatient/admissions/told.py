"""The history of a stay in words: one wording for the hospital's page and for our desks.

The hospital reads the same lines without what only our own work is about.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from openmso.office.documents.models import Document
from openmso.office.letters import events as letters
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

from ..post_stabilization.told import Line
from .domain.stay import Level
from .events import Event

_NAMES = {
    Event.NOTIFIED: "The hospital told us of the admission",
    Event.NOTIFIED_AGAIN: "The same form was sent again; nothing changed",
    Event.IDENTIFIED: "Patient identified",
    Event.NOT_OURS: "Not our member on the day of admission",
    Event.JOINED: "Joined to the request of the night",
    Event.LINKED: "Linked to the approval",
    Event.MOVED: "Moved",
    Event.STRUCK: "A line was struck",
    Event.STATUS: "Daily status written",
    Event.DAYS_APPROVED: "Days approved",
    Event.DAYS_REFUSED: "Further days refused by a physician",
    Event.TO_PHYSICIAN: "Handed to a physician",
    Event.DISCHARGE_PLANNED: "Discharge planned",
    Event.DISCHARGED: "Discharged",
    Event.NOTICE_GIVEN: "Notice given to the patient",
    Event.DISPUTED: "The QIO told us that the patient disputes the discharge",
    Event.PCP_TOLD: "The patient's own doctor is told",
    Event.NO_PCP: "No doctor of the patient is known: nobody was told",
    Event.PAPER_OPENED: "Paper opened",
    Event.PROVIDER_TOLD: "The hospital has our letter",
    letters.ORDERED: "Letter ordered",
    gate.SENT: "Letter sent",
    gate.FAILED: "Letter could not be sent yet",
    "document.attached": "Paper received",
    "worklist.assigned": "Taken on",
}
_ONLY_OURS = {
    Event.STATUS.value,
    Event.TO_PHYSICIAN.value,
    Event.PAPER_OPENED.value,
    Event.NO_PCP.value,
    "worklist.assigned",
}
_SAID = {
    "channel": "by {}",
    "way": "by {}",
    "admission": "{} admission",
    "line_of_business": "line of business: {}",
    "authorization": "authorization {}",
    "night": "receipt {}",
    "level": "level of care: {}",
    "hospital": "at {}",
    "kind": "{}",
    "reason": "because: {}",
    "day": "for {}",
    "from_day": "from {}",
    "last_day": "through {}",
    "next_review": "next review {}",
    "went": "went: {}",
    "notice": "{}",
    "signed": "{}",
    "given_by": "by {}",
    "news": "of: {}",
    "note": "{}",
    "what": "{}",
    "to": "to {}",
}
_OUR_WORDS = {
    *("channel", "way", "admission", "level", "kind", "went", "signed", "news", "what", "to"),
}
_YES_NO = {
    "face_sheet": ("with face sheet", "without face sheet"),
    "late": ("late", ""),
}


def lines(events: Iterable[CaseEvent], *, for_hospital: bool = False) -> list[Line]:
    """Return the history in words, in the order given."""
    return [
        _line(event)
        for event in events
        if not _is_of_the_printer(event) and not (for_hospital and event.name in _ONLY_OURS)
    ]


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
        details=tuple(filter(None, _details(event))),
    )


def _details(event: CaseEvent) -> Iterator[str]:
    for name, value in event.details.items():
        if name in _YES_NO:
            said = _YES_NO[name][0 if value else 1]
            yield gettext(said) if said else ""
        elif name in _SAID and value:
            yield gettext(_SAID[name]).format(_words(name, str(value)))


def _words(name: str, value: str) -> str:
    if name == "level":
        return gettext(Level(value).words)
    if name == "notice":
        return value
    words = value.replace("_", " ")
    return gettext(words) if name in _OUR_WORDS else words
