"""The history of an outside review, and its states, in the desk's words."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.external_review.domain.delay import DelayReason
from openmso.casework.external_review.domain.packet import Kind, OwedBy
from openmso.casework.external_review.domain.ruling import Answer
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.events import Event
from openmso.casework.external_review.says import says
from openmso.casework.remedies.rows import Prediction
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.office.documents.events import SCANNED_CLEAN
from openmso.office.letters import events as letters
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

from ..history_line import Reads, as_day, history_line, one_of

STATES = {
    State.PREPARED: StatusTag("Application prepared", StatusTone.NEW),
    State.FILED: StatusTag("Filed with the regulator", StatusTone.WAITING),
    State.PACKET_DUE: StatusTag("Packet due", StatusTone.WORKING),
    State.PACKET_SENT: StatusTag("Packet sent", StatusTone.WAITING),
    State.DELAYED: StatusTag("Delayed", StatusTone.WAITING),
    State.NOT_QUALIFIED: StatusTag("Does not qualify", StatusTone.STOP),
    State.STANDS: StatusTag("Our no stands", StatusTone.STOP),
    State.TO_CARRY_OUT: StatusTag("To be carried out", StatusTone.WORKING),
    State.CARRIED_OUT: StatusTag("Carried out", StatusTone.GOOD),
    State.CLOSED: StatusTag("Closed", StatusTone.QUIET),
    State.WITHDRAWN: StatusTag("Taken back", StatusTone.QUIET),
}
PREDICTED: dict[str, str] = {
    Prediction.ELIGIBLE: "It qualifies",
    Prediction.ELIGIBLE_IF_WAIVED: "It qualifies if the regulator waives the first step",
    Prediction.NOT_YET: "Not yet",
    Prediction.INCOMPLETE: "Papers are missing",
    Prediction.APPLY_ANYWAY: "To be sent all the same: the regulator finds out",
    Prediction.COMPLAINT: "It is a complaint",
    Prediction.LIKELY_BARRED: "A hearing likely closes it",
    Prediction.POSSIBLE: "Possible",
    Prediction.NO: "It does not qualify",
    Prediction.NOT_DMHC: "Not this regulator's",
    Prediction.NOTHING_LEFT: "Nothing is left to review",
    Prediction.UNCLEAR: "Not clear",
}
MISSING = {
    "imr_form": "the application",
    "plan_letters": "our letters",
    "outside_records": "records of doctors outside the network",
    "urgency_certificate": "a doctor's note that it cannot wait",
    "condition_certificate": "a doctor's note on how serious the illness is",
    "therapies_certificate": "a doctor's note that the usual care failed or does not fit",
    "doctor_recommendation": "a doctor's note that the new care is likely to help more",
    "two_documents": "two studies that say so",
    "plan_records": "our records",
}
"""The papers of the remedy router, as the desk calls them."""
LOOKS = frozenset({Event.LOOKED_AT, Event.DOCUMENT_OPENED})
_NAMES = {
    Event.PREPARED: "Application prepared",
    Event.OPENED_CASE: "We were told of it",
    Event.FILED: "Application filed",
    Event.ACCEPTED: "The regulator took the case",
    Event.NOT_QUALIFIED: "It does not qualify; it goes on as a complaint",
    Event.BECAME_COMPLAINT: "The complaint that the application became",
    Event.OUTSIDE_DECIDED: "The outside body decided",
    Event.PAPER_NEEDED: "Paper needed",
    Event.PAPER_ASKED: "Paper asked for",
    Event.PAPER_CHASED: "Asked again for a paper",
    Event.PAPER_RECEIVED: "Paper received",
    Event.PAPER_NOT_TO_BE_HAD: "A paper cannot be had",
    Event.SENT_LATER: "Paper sent on at once",
    Event.URGENT: "The review became urgent: the doctor's note is needed",
    Event.PACKET_SENT: "Packet sent",
    Event.DELAYED: "It takes longer",
    Event.WENT_ON: "The delay is over",
    Event.RULED: "Ruled",
    Event.CARRIED_OUT: "Carried out, with proof",
    Event.CLOSED: "Closed",
    Event.WITHDRAWN: "Taken back",
    Event.CONTACT: "Letter or call",
    Event.FORM_PRINTED: "Application printed",
    Event.LOOKED_AT: "Looked at the case",
    Event.DOCUMENT_OPENED: "Opened a paper",
    letters.ORDERED: "Letter ordered",
    gate.SENT: "Letter sent",
    gate.PUBLISHED: "Letter put into the portal",
    gate.FAILED: "Letter could not be sent yet",
    "document.attached": "Paper put on the case",
    "worklist.assigned": "Taken on",
}
_SAID = {
    "who": "{}",
    "direction": "{}",
    "way": "by {}",
    "about": "{}",
    "forum": "{}",
    "request": "request {}",
    "kind": "{}",
    "owed_by": "owed by {}",
    "reason": "{}",
    "answer": "{}",
    "dated_on": "dated {}",
    "ruled_on": "dated {}",
    "reference": "their number {}",
    "predicted": "predicted: {}",
    "what_it_means": "{}",
    "authorization": "authorization {}",
    "became": "complaint {}",
    "came_from": "application {}",
    "to": "to {}",
}
_PAPERS: dict[str, str] = {
    Kind.OUR_RECORD: "our file",
    Kind.RULE_USED: "the rule we used",
    Kind.LETTERS: "all letters about this care",
    Kind.DOCTORS_RECORDS: "a doctor's records",
    Kind.URGENCY_CERTIFICATE: MISSING["urgency_certificate"],
    Kind.THERAPY_CERTIFICATE: "a doctor's note about the new treatment",
    Kind.APPLICATION: "the application, signed by the member",
}
_OWED_BY: dict[str, str] = {
    OwedBy.NETWORK_DOCTOR: "a doctor in the network",
    OwedBy.OUTSIDE_DOCTOR: "a doctor outside the network",
    OwedBy.TREATING_DOCTOR: "the treating doctor",
    OwedBy.MEMBER: "the member",
}
ANSWERS: dict[str, str] = {
    Answer.QUALIFIES: "it qualifies",
    Answer.DOES_NOT_QUALIFY: "it does not qualify",
    Answer.COVERED: "it is covered",
    Answer.NOT_COVERED: "it is not covered",
    Answer.FOR_MEMBER: "for the member",
    Answer.PARTLY: "for the member in part",
    Answer.FOR_PLAN: "for the plan",
}
_READS: dict[str, Reads] = {
    "kind": one_of(_PAPERS),
    "owed_by": one_of(_OWED_BY),
    "reason": one_of({one.value: says(f"delay_{one.value}") for one in DelayReason}),
    "answer": one_of(ANSWERS),
    "dated_on": as_day,
    "ruled_on": as_day,
    "predicted": one_of(PREDICTED),
}


def entries(events: Iterable[CaseEvent], zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the history in words, as it went; needed papers are told by the checklist."""
    left_out = {Event.PAPER_NEEDED, letters.PRINTED, gate.ORDERED, SCANNED_CLEAN}
    return [
        history_line(event, zone, names=_NAMES, said=_SAID, reads=_READS, href=_paper(event))
        for event in events
        if event.name not in left_out
    ]


def _paper(event: CaseEvent) -> str:
    """Return the address of the paper that a line is about, "" for none."""
    document = event.details.get("document")
    if not document:
        return ""
    return reverse("staff:external_review_document", args=[event.case_id, document])
