"""What appeals are called on the staff's pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from openmso.casework.appeals.domain.clock_facts import (
    ACKNOWLEDGE,
    DECIDE,
    PAY,
    SEND_ON,
    TELL_EXTENSION,
    TELL_NOT_FAST,
)
from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.domain.states import State
from openmso.casework.appeals.domain.types import AppealType, Authority, FiledBy
from openmso.casework.appeals.events import Event
from openmso.channels.ui.presenters.deadline import DeadlineBadge, deadline_badge
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stored_deadline import stored_deadline
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.rulebook.vocabulary import MOMENTS

TYPES = {
    AppealType.RECONSIDERATION: "Reconsideration",
    AppealType.PART_B_DRUG: "Reconsideration, Part B drug",
    AppealType.PLAN_APPEAL: "Plan appeal",
    AppealType.GRIEVANCE: "Grievance against a denial",
    AppealType.PAYMENT: "Reconsideration about payment",
    AppealType.WITHOUT_A_RULE: "Appeal, no rule written yet",
}
STATES = {
    State.OPEN: StatusTag("Waits for a reviewer", StatusTone.WAITING),
    State.WITH_REVIEWER: StatusTag("With the reviewer", StatusTone.WORKING),
    State.OVERTURNED: StatusTag("No taken back", StatusTone.GOOD),
    State.PARTLY_UPHELD: StatusTag("No taken back in part", StatusTone.GOOD),
    State.UPHELD: StatusTag("No stands", StatusTone.STOP),
    State.DISMISSED: StatusTag("Dismissed", StatusTone.QUIET),
    State.WITHDRAWN: StatusTag("Taken back", StatusTone.QUIET),
    State.SENT_ON: StatusTag("Sent on, nobody answered in time", StatusTone.STOP),
}
FILED_BY = {
    FiledBy.MEMBER: "Member",
    FiledBy.REPRESENTATIVE: "Representative",
    FiledBy.TREATING_PHYSICIAN: "Treating physician or practice",
    FiledBy.NONCONTRACT_PROVIDER: "Provider without a contract",
}
CHANNELS = {
    Channel.PHONE: "Phone call",
    Channel.FAX: "Fax",
    Channel.MAIL: "Mail",
    Channel.IN_PERSON: "In person",
    Channel.PORTAL: "Practice portal",
    Channel.MEMBER: "Member portal",
}
AUTHORITIES = {
    Authority.NOT_NEEDED: "No paper is needed",
    Authority.SHOWN: "Paper is here",
    Authority.PENDING: "Paper is missing",
}
PURPOSES = {
    DECIDE: "Answer the appeal",
    ACKNOWLEDGE: "Confirm that it arrived",
    TELL_EXTENSION: "Tell the member about the extra time",
    TELL_NOT_FAST: "Write that it takes the usual time",
    SEND_ON: "Send the case file on",
    PAY: "Pay, as it was ordered",
}
_EVENTS: dict[str, str] = {
    Event.FILED: "Appeal filed",
    Event.SENT_AGAIN: "The same form came once more",
    Event.NO_CLOCK: "No rule gives a time yet",
    Event.AUTHORITY_SHOWN: "The paper that lets them ask arrived",
    Event.LATE_ACCEPTED: "Reason for being late accepted",
    Event.MADE_URGENT: "Handled fast from now on",
    Event.NEVER_FAST: "A fast answer was asked for; about a payment there is none",
    Event.FAST_REFUSED: "The wish for a fast answer was refused",
    Event.TOLD_NOT_FAST: "The member was told by voice that it takes the usual time",
    Event.CARE_GOES_ON: "The care goes on until the answer",
    Event.PAPERS_ADDED: "More papers arrived",
    Event.REVIEWER_CHOSEN: "Reviewer chosen",
    Event.PAPER_OPENED: "Paper opened",
    Event.EXTENDED: "More time taken",
    Event.OVERTURNED: "The no was taken back",
    Event.PARTLY_UPHELD: "A part of the no was taken back",
    Event.UPHELD: "The no stands",
    Event.PAYMENT_ORDERED: "Payment ordered",
    Event.PAYMENT_MADE: "Paid, with the paper that shows it",
    Event.ENTITY_ANSWERED: "The independent entity answered",
    Event.GOES_ON: "The case file goes to the independent entity",
    Event.CASE_FILE_SENT: "The case file left",
    Event.DISMISSED: "Dismissed",
    Event.RETYPED: "Found to be a grievance",
    Event.WITHDRAWN: "Taken back",
    Event.TIME_RAN_OUT: "Time for the answer ran out",
    "document.attached": "Paper added",
    "letter.ordered": "Letter ordered",
    gate.SENT: "Letter sent",
    gate.PUBLISHED: "Letter put into the portal",
}
"""What is not here is our own housekeeping."""


def badges(
    deadlines: Iterable[Deadline],
    *,
    at: datetime,
    zone: ZoneInfo,
    purposes: Mapping[str, str] = PURPOSES,
) -> list[tuple[str, DeadlineBadge]]:
    """Return one badge for each duty with a governing due time; one that fell away has none.

    `purposes` names the duties.
    """
    by_purpose: dict[str, list[Deadline]] = defaultdict(list)
    for one in deadlines:
        if one.closed_at is None:
            by_purpose[one.purpose].append(one)
    found = []
    for purpose, rows in by_purpose.items():
        governing = next((row for row in rows if row.governs), None)
        if governing is None:
            continue
        facts = stored_deadline(
            governing,
            [row for row in rows if row is not governing],
            uid=str(governing.id),
            question=purposes.get(purpose, purpose),
            start_event=MOMENTS.get(governing.starts_with, governing.starts_with),
            met_at=governing.met_at,
        )
        found.append((purposes.get(purpose, purpose), deadline_badge(facts, at=at, zone=zone)))
    return found


def story(
    events: Iterable[CaseEvent], zone: ZoneInfo, names: Mapping[str, str] = _EVENTS
) -> list[TimelineEntry]:
    """Return the history of a case in words, in the order given; what has no name is left out."""
    return [
        TimelineEntry(
            what=names[event.name],
            when=staff_time(event.happened_at, zone),
            when_iso=event.happened_at.isoformat(timespec="seconds"),
            who=event.actor_name,
        )
        for event in events
        if event.name in names
    ]
