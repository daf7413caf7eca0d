"""The details of a line of the history: which are shown, and how each is read."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from openmso.channels.ui.words_for_time import staff_last_day, staff_time
from openmso.office.letters.languages import name_of

_LABELS: dict[str, str] = {
    "channel": "By",
    "urgency": "Urgency",
    "for_date": "Day of service",
    "plan": "Plan",
    "ipa": "IPA",
    "needed": "On the list",
    "source": "Source",
    "why": "Why",
    "basis": "Basis",
    "ground": "Ground",
    "number": "Number",
    "receipt": "Receipt",
    "valid_until": "Valid to",
    "into": "Into",
    "absorbed": "Took in",
    "other": "The other request",
    "papers": "Papers",
    "note": "Note",
    "point": "Point",
    "answer": "Answer",
    "before": "Before",
    "after": "Now",
    "kept": "Answers kept",
    "again": "To be answered again",
    "asked_by": "Asked for by",
    "rule": "Rule",
    "citation": "Source of the rule",
    "means": "In law",
    "to": "To",
    "kind": "Letter",
    "letter": "Letter",
    "what": "Letter",
    "language": "Language",
    "way": "By",
    "proof": "Proof",
    "pages": "Pages",
    "items": "Things asked for",
    "slot": "Time",
    "slots": "Times",
    "due": "Due",
    "first_due": "First due",
    "until": "Until",
    "paper": "Paper",
    "same_as": "The same file as",
    "became": "Outcome",
    "on_case": "Case",
    "desk": "Desk",
    "because": "Reason",
    "told": "Sender told by",
}


def details_of(details: Mapping[str, Any], zone: ZoneInfo) -> list[str]:
    """Return the details that people read, in the order of the labels: "Before" before "Now"."""
    return [
        f"{label}: {words}"
        for name, label in _LABELS.items()
        if (words := _words(name, details.get(name), zone))
    ]


def _words(name: str, value: Any, zone: ZoneInfo) -> str:
    if value in (None, "", [], {}) or _is_an_id(value):
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(name, one, zone) for one in value)))
    if name in {"due", "first_due", "slot", "slots", "until"}:
        return _moment(str(value), zone)
    reader = _READ_AS.get(name)
    return reader(str(value)) if reader else str(value)


def plain(text: str) -> str:
    return text.replace("_", " ")


def _day(text: str) -> str:
    year, _, rest = text.partition("-")
    return f"{rest.replace('-', '/')}/{year}" if rest else text


def _last_day(until_on: str) -> str:
    """Read the first day on which it no longer holds as the last day on which it does."""
    try:
        return staff_last_day(date.fromisoformat(until_on))
    except ValueError:
        return until_on


_READ_AS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(
        (
            "needed",
            "ground",
            "answer",
            "means",
            "kind",
            "letter",
            "what",
            "urgency",
            "before",
            "after",
            "became",
            "desk",
            "because",
            "told",
        ),
        plain,
    ),
    "for_date": _day,
    "valid_until": _last_day,
    "language": name_of,
}


def _moment(text: str, zone: ZoneInfo) -> str:
    try:
        return staff_time(datetime.fromisoformat(text), zone)
    except ValueError:
        return text


def _is_an_id(value: Any) -> bool:
    text = str(value)
    return len(text) == 36 and text.count("-") == 4
