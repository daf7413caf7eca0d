"""The lines of a case's history in the words of the office."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.events import Event
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.letters.languages import name_of
from openmso.office.timeline.models import CaseEvent

_ONE_DAY = timedelta(days=1)  # spans end before `until_on`; people read the last day

_WHAT: dict[str, str] = {
    Event.RECEIVED: "Request received",
    Event.COVERAGE_CHECKED: "Coverage checked for the day of service",
    Event.NOT_NEEDED: "Answered: no authorization needed",
    Event.EXEMPT: "Answered: exempt, emergency",
    Event.NOT_COVERED_ON_DATE: "Answered: no coverage on the day of service",
    Event.FORWARDED: "Forwarded to the health plan",
    Event.JOINED: "Joined with another request",
    Event.URGENCY_SET: "Urgency set",
    Event.INFORMATION_ASKED: "Doctor's office asked for information",
    Event.INFORMATION_ADDED: "Information arrived",
    Event.COMPLETE: "Information complete",
    Event.REVIEW_STARTED: "Review started",
    Event.POINT_ANSWERED: "Criteria point answered",
    Event.RECORDS_OPENED: "Record opened",
    Event.SENT_TO_PHYSICIAN: "Sent to a physician",
    Event.PEER_OFFERED: "Talk offered to the doctor",
    Event.PEER_ANSWERED: "Doctor's office answered the offer of a talk",
    Event.PEER_HELD: "Talk with the doctor noted",
    Event.EXTENDED: "Time extended",
    Event.APPROVED: "Approved",
    Event.PARTLY_APPROVED: "Approved in part",
    Event.DENIED: "Denied",
    Event.GRANTED_BY_LAW: "Granted by law: no answer in time",
    Event.TIME_RAN_OUT: "Time to decide ran out",
    Event.DELAY_OWED: "Delay notice owed",
    Event.WITHDRAWN: "Withdrawn",
    Event.REOPENED: "Reopened",
    Event.MESSAGE: "Message written",
    Event.NOTIFIED_MEMBER: "Letter to the member left",
    Event.NOTIFIED_PROVIDER: "Letter to the practice left",
    Event.VALIDITY_CUT: "Validity cut short",
    "prior_auth.sent_again": "The same form arrived once more",
    "prior_auth.time_checked": "Clock checked",
    "document.attached": "Document added",
    "letter.ordered": "Letter ordered",
    "letter.printed": "Letter printed",
    "letter.failed": "Letter could not be printed",
    "worklist.assigned": "Assigned",
    "dispatch.ordered": "Sending ordered",
    "dispatch.failed": "Sending failed",
    "letter.sent": "Letter sent",
    "letter.published": "Letter put into the portal",
}
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
    "note": "Note",
    "point": "Point",
    "answer": "Answer",
    "before": "Before",
    "after": "Now",
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
}


def timeline(events: Iterable[CaseEvent], *, zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the lines for the page, in the order given, in the office's zone."""
    return [_entry(event, zone) for event in events]


def _entry(event: CaseEvent, zone: ZoneInfo) -> TimelineEntry:
    late = event.recorded_at != event.happened_at
    return TimelineEntry(
        what=_WHAT.get(event.name, _plain(event.name.rpartition(".")[2]).capitalize()),
        when=staff_time(event.happened_at, zone),
        when_iso=event.happened_at.isoformat(timespec="seconds"),
        who=event.actor_name,
        learned=staff_time(event.recorded_at, zone) if late else "",
        details=_details(event.details, zone),
    )


def _details(details: Mapping[str, Any], zone: ZoneInfo) -> list[str]:
    return [
        f"{_LABELS[name]}: {words}"
        for name, value in details.items()
        if name in _LABELS and (words := _words(name, value, zone))
    ]


def _words(name: str, value: Any, zone: ZoneInfo) -> str:
    if value in (None, "", [], {}) or _is_an_id(value):
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(name, one, zone) for one in value)))
    if name in {"due", "first_due", "slot", "slots"}:
        return _moment(str(value), zone)
    reader = _READ_AS.get(name)
    return reader(str(value)) if reader else str(value)


def _plain(text: str) -> str:
    return text.replace("_", " ")


def _day(text: str) -> str:
    year, _, rest = text.partition("-")
    return f"{rest.replace('-', '/')}/{year}" if rest else text


def _last_day(until_on: str) -> str:
    """Read the first day on which it no longer holds as the last day on which it does."""
    try:
        return staff_date(date.fromisoformat(until_on) - _ONE_DAY)
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
        ),
        _plain,
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
