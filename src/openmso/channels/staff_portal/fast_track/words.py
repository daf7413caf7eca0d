"""Care that ends, its states and its history, in the desk's words."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from openmso.casework.fast_track.domain.asking import Way
from openmso.casework.fast_track.domain.clocks import (
    ANSWER_APPEAL,
    ASK_AGAIN,
    ASK_QIO,
    GIVE_NOTICE,
    GIVE_REASONS,
    QIO_DECISION,
    QIO_SECOND_DECISION,
    SEND_RECORDS,
)
from openmso.casework.fast_track.domain.decision import Answer, Look
from openmso.casework.fast_track.domain.notice import Proof
from openmso.casework.fast_track.events import Event
from openmso.channels.ui.presenters.care_that_ends import CARES
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.office.documents.events import SCANNED_CLEAN
from openmso.office.letters import events as letters
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

from ..history_line import Reads, as_day, history_line, one_of

DUTIES = {
    GIVE_NOTICE: "Notice to the member",
    ASK_QIO: "Member may ask in time",
    GIVE_REASONS: "Detailed reasons",
    SEND_RECORDS: "Records to the QIO",
    QIO_DECISION: "QIO's decision",
    ASK_AGAIN: "Member may ask again",
    QIO_SECOND_DECISION: "QIO's second decision",
    ANSWER_APPEAL: "Answer the fast appeal",
}
PROOFS = {
    Proof.SIGNED: "Signed and dated",
    Proof.REFUSED: "Refused to sign; somebody saw it",
    Proof.BY_PHONE: "Told by telephone to who stands in; the paper followed",
}
WAYS = {
    Way.QIO_IN_TIME: "In time: the QIO hears it",
    Way.QIO_LATE: "Late: the QIO hears it all the same, and costs do not wait",
    Way.PLAN_APPEAL: "Late: it goes to the plan's fast appeal, and costs do not wait",
}
ANSWERS = {
    Answer.END_STANDS: "The end stands",
    Answer.CARE_GOES_ON: "Care goes on",
    Answer.NOTICE_NOT_VALID: "The notice was not valid: care goes on",
}
LOOKS = {Look.FIRST: "First look", Look.SECOND: "Second look"}
_NAMES: dict[str, str] = {
    Event.ANNOUNCED: "End of care announced",
    Event.NOTICE_GIVEN: "Notice given to the member",
    Event.NOTICE_LATE: "The notice came too late for this end",
    Event.ASKED: "The member asked the QIO",
    Event.ASKED_PLAN: "Too late for the QIO: it goes to the plan",
    Event.TOLD: "The QIO told us of the request",
    Event.REASONS_WRITTEN: "Detailed reasons written",
    Event.REASONS_GIVEN: "The member has the detailed reasons",
    Event.RECORDS_SENT: "Records sent to the QIO",
    Event.PAPERS_LATE: "Our papers are late: the plan pays for the delay",
    Event.TIME_CHECKED: "Time checked",
    Event.DECIDED: "The QIO decided",
    Event.ASKED_AGAIN: "The member asked the QIO to look again",
    Event.WITHDRAWN: "The member took the request back",
    Event.TAKEN_BACK: "The end was taken back",
    Event.HANDED_OVER: "Filed as a fast appeal",
    Event.FOLLOWED: "A new end was announced",
    Event.CLOSED: "Closed",
    letters.ORDERED: "Letter ordered",
    gate.SENT: "Letter sent",
    gate.FAILED: "Letter could not be sent yet",
    "worklist.assigned": "Taken on",
}
_SAID = {
    "care": "{}",
    "ends_on": "ends on {}",
    "provider": "{}",
    "came_from": "after {}",
    "given_by": "by {}",
    "proof": "{}",
    "mailed_on": "paper mailed on {}",
    "earliest_end": "it allows an end on {} at the earliest",
    "asked_by": "by {}",
    "means": "{}",
    "late_rule": "{}",
    "reference": "their number {}",
    "way": "by {}",
    "rule_used": "by {}",
    "look": "{} look",
    "answer": "{}",
    "told_by": "told by {}",
    "rule": "{}",
    "citation": "{}",
    "became": "{}",
    "why": "{}",
    "kind": "{}",
    "to": "to {}",
}
_READS: dict[str, Reads] = {
    "care": one_of(CARES),
    "ends_on": as_day,
    "proof": one_of(PROOFS),
    "mailed_on": as_day,
    "earliest_end": as_day,
    "means": one_of(WAYS),
    "answer": one_of(ANSWERS),
}


def entries(events: Iterable[CaseEvent], zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the history in words, as it went; what only the printer did is left out."""
    left_out = {
        *(letters.PRINTED, gate.ORDERED, SCANNED_CLEAN, Event.TIME_CHECKED),
        "document.attached",
    }
    return [
        history_line(event, zone, names=_NAMES, said=_SAID, reads=_READS)
        for event in events
        if event.name not in left_out
    ]
