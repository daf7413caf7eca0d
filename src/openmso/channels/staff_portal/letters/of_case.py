"""The letters of one case, as lines of its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.channels.ui.words_for_time import staff_time
from openmso.office.letters import events as letters
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

from .readers import reader_word

_ORDERED = "Ordered, not printed yet"
_LATER = {
    letters.PRINTED: "Printed {}",
    letters.FAILED: "Could not be printed",
    gate.SENT: "Sent {}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    name: str
    to: str
    state: str
    href: str


def letter_line(letter_id: object, *, kind: str, reader: str, state: str) -> LetterLine:
    """Return the line of one letter, in the catalog's words for `kind` and `reader`."""
    return LetterLine(
        name=kind.replace("_", " ").capitalize(),
        to=reader_word(reader),
        state=state,
        href=reverse("staff:letter", kwargs={"letter_id": letter_id}),
    )


def letters_in(history: Iterable[CaseEvent], zone: ZoneInfo) -> list[LetterLine]:
    """Return what the history of a case tells of its letters, in the order of their ordering.

    `history` is the oldest line first. Reads nothing: for pages that have the history already.
    """
    ordered: dict[str, CaseEvent] = {}
    states: dict[str, str] = {}
    for event in history:
        letter = str(event.details.get("letter", ""))
        if event.name == letters.ORDERED:
            ordered[letter], states[letter] = event, _ORDERED
        elif letter in ordered and event.name in _LATER:
            states[letter] = _LATER[event.name].format(staff_time(event.happened_at, zone))
    return [
        letter_line(
            letter,
            kind=str(event.details["kind"]),
            reader=str(event.details["reader"]),
            state=states[letter],
        )
        for letter, event in ordered.items()
    ]
