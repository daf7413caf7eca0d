"""One outside review as the desk sees it: state, clocks, checklist, log and history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.external_review.domain.clocks import (
    ACCEPTANCE,
    CARRY_OUT,
    OUTSIDE_DECISION,
    SEND_PACKET,
)
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.packet import Kind, OwedBy, Step
from openmso.casework.external_review.domain.ruling import FAVOURABLE, Answer, Asked, still_owed
from openmso.casework.external_review.domain.states import AT_WORK, State
from openmso.casework.external_review.models import (
    ExternalReview,
    OutsideContact,
    OutsideDecision,
    PacketPaper,
)
from openmso.casework.external_review.queries import contacts_of, decisions_of, papers_of
from openmso.casework.external_review.says import kept_as, paper_says, says
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry, facts_of
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history

from ..appeals.words import badges
from .words import LOOKS, MISSING, PREDICTED, STATES, entries

PURPOSES = {
    SEND_PACKET: "Send the packet",
    CARRY_OUT: "Authorize what was ruled",
    ACCEPTANCE: "The regulator takes it or not",
    OUTSIDE_DECISION: "Their answer",
}
_OWED_BY = {
    OwedBy.US: "Us",
    OwedBy.NETWORK_DOCTOR: "Doctor in the network: we ask",
    OwedBy.OUTSIDE_DOCTOR: "Doctor outside: the member asks",
    OwedBy.TREATING_DOCTOR: "Treating doctor",
    OwedBy.MEMBER: "The member",
}
_STEPS = {
    Step.NEEDED: StatusTag("Needed", StatusTone.NEW),
    Step.ASKED: StatusTag("Asked for", StatusTone.WAITING),
    Step.RECEIVED: StatusTag("Here", StatusTone.GOOD),
    Step.NOT_TO_BE_HAD: StatusTag("Cannot be had", StatusTone.STOP),
}
_ASKED = {
    Asked.QUALIFIES: "Does it qualify?",
    Asked.COVERAGE: "Is it covered?",
    Asked.DISPUTE: "Who was right?",
}
_ANSWERED = {
    Answer.QUALIFIES: "Yes",
    Answer.DOES_NOT_QUALIFY: "No",
    Answer.COVERED: "Yes",
    Answer.NOT_COVERED: "No",
    Answer.FOR_MEMBER: "The member",
    Answer.PARTLY: "The member in part",
    Answer.FOR_PLAN: "The plan",
}
_SENT = StatusTag("Sent to them", StatusTone.GOOD)
# What the member reads as theirs, the desk reads as the member's.
_FOR_THE_DESK: dict[str, str] = {Kind.APPLICATION: "The application, signed by the member"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One line of the checklist. `href` opens what can be done with it; "" where nothing can."""

    what: str
    who: str
    where: str
    step: StatusTag
    notes: Sequence[str]
    href: str
    document_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One contact of the log. `href` leads to its letter, `case_href` to its case."""

    when: str
    who: str
    way: str
    about: str
    by: str
    href: str
    case: str = ""
    case_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    state: StatusTag
    forum: str
    label: str
    clocks: Sequence[tuple[str, DeadlineBadge]]
    facts: Sequence[Fact]
    prediction: Sequence[Fact]
    delay: str
    owed: Sequence[str]
    checklist: Sequence[CheckLine]
    decisions: Sequence[Fact]
    log: Sequence[LogLine]
    history: Sequence[TimelineEntry]
    looks: Sequence[TimelineEntry]


def review_page(case: ExternalReview, *, at: datetime, zone: ZoneInfo) -> ReviewPage:
    """Read and present a case as it stands at `at`. Five queries."""
    decisions = decisions_of(case)
    events = list(history(case.tenant_id, case.id))
    return ReviewPage(
        state=STATES[State(case.state)],
        forum=Forum(case.forum).label,
        label=kept_as(case.label),
        clocks=badges(
            [one for one in of_case(case.tenant_id, case.id) if one.purpose in PURPOSES],
            at=at,
            zone=zone,
            purposes=PURPOSES,
        ),
        facts=_facts(case, zone),
        prediction=_prediction(case),
        delay=_delay(case),
        owed=_owed(case, decisions),
        checklist=[_line(one, case, zone) for one in papers_of(case)],
        decisions=[_decision(one, case) for one in decisions],
        log=[log_line(one, zone) for one in contacts_of(case)],
        history=entries([one for one in events if one.name not in LOOKS], zone),
        looks=entries([one for one in events if one.name in LOOKS], zone),
    )


def log_line(contact: OutsideContact, zone: ZoneInfo, *, with_case: bool = False) -> LogLine:
    """Return one contact of the log in words."""
    return LogLine(
        when=staff_time(contact.happened_at, zone),
        who=contact.who,
        way=f"{contact.get_direction_display()}, {contact.get_way_display().casefold()}",
        about=contact.about,
        by=contact.our_person,
        href=_document(contact.review_id, contact.document_id),
        case=contact.review.number if with_case else "",
        case_href=reverse("staff:external_review_case", args=[contact.review_id])
        if with_case
        else "",
    )


def _document(review_id: UUID, document_id: UUID | None) -> str:
    if document_id is None:
        return ""
    return reverse("staff:external_review_document", args=[review_id, document_id])


def _facts(case: ExternalReview, zone: ZoneInfo) -> list[Fact]:
    def moment(at: datetime | None) -> str:
        return staff_time(at, zone) if at else ""

    pairs = (
        ("Their case number", case.outside_reference),
        ("Speed", "Urgent" if case.urgent else "Standard"),
        ("Our no rests on", case.basis.replace("-", " ").capitalize()),
        ("Prepared or told", moment(case.recorded_at)),
        ("Filed or asked for", moment(case.filed_at)),
        ("Their notice came", moment(case.told_at)),
        ("Packet sent", moment(case.packet_sent_at)),
        ("Ruling dated", staff_date(case.ruled_on) if case.ruled_on else ""),
        ("Ruling came", moment(case.ruling_received_at)),
        ("Authorization", case.authorization_number),
        ("Care given", case.served_what),
        ("Given on", staff_date(case.served_on) if case.served_on else ""),
    )
    found = facts_of(pairs)
    if case.came_from is not None:
        href = reverse("staff:external_review_case", args=[case.came_from_id])
        found.insert(0, Fact(label="Came from", value=case.came_from.number, href=href))
    if case.proof_id is not None:
        href = _document(case.id, case.proof_id)
        found.append(Fact(label="Proof of service", value="Open", href=href))
    return found


def _prediction(case: ExternalReview) -> list[Fact]:
    said = case.prediction
    if not said:
        return []
    missing = ", ".join(MISSING.get(one, one) for one in said.get("missing", ()))
    pairs = (
        ("Predicted", PREDICTED[said["answer"]]),
        ("Why", str(said["why"])),
        ("Opens on", _day(said.get("opens_on"))),
        ("Last day", _day(said.get("last_day"))),
        ("Rows of the table", ", ".join(said.get("rows", ()))),
        ("Papers the router asks for", missing),
        ("A person looks", "Yes" if said.get("needs_a_person") else ""),
    )
    return facts_of(pairs)


def _day(iso: str | None) -> str:
    return staff_date(date.fromisoformat(iso)) if iso else ""


def _delay(case: ExternalReview) -> str:
    if not case.delay_reason:
        return ""
    return " ".join(filter(None, (says(f"delay_{case.delay_reason}"), case.delay_note)))


def _owed(case: ExternalReview, decisions: Sequence[OutsideDecision]) -> tuple[str, ...]:
    return still_owed(
        favourable=any(
            one.asked == Asked.DISPUTE and one.answer in FAVOURABLE for one in decisions
        ),
        authorized=bool(case.authorization_number),
        served=case.served_on is not None,
        proof=case.proof_id is not None,
    )


def _line(paper: PacketPaper, case: ExternalReview, zone: ZoneInfo) -> CheckLine:
    moments = (
        ("asked", paper.asked_at),
        (f"asked again {paper.chases} x, last", paper.chased_at),
        ("sent" if paper.went_without_us else "came", paper.received_at),
        ("sent on", paper.sent_at),
    )
    notes = [f"{word} {staff_time(at, zone)}" for word, at in moments if at]
    can_move = State(case.state) in AT_WORK and paper.step != Step.RECEIVED
    return CheckLine(
        what=_FOR_THE_DESK.get(paper.kind) or paper_says(paper.kind, holder=paper.holder),
        who=_OWED_BY[OwedBy(paper.owed_by)],
        where=paper.place,
        step=_SENT if paper.went_without_us else _STEPS[Step(paper.step)],
        notes=[*notes, paper.why_not] if paper.why_not else notes,
        href=reverse("staff:external_review_paper", args=[case.id, paper.id]) if can_move else "",
        document_href=_document(case.id, paper.document_id),
    )


def _decision(one: OutsideDecision, case: ExternalReview) -> Fact:
    return Fact(
        label=_ASKED[Asked(one.asked)],
        value=_ANSWERED[Answer(one.answer)],
        below=" ".join(filter(None, (f"Dated {staff_date(one.decided_on)}.", one.words))),
        href=_document(case.id, one.letter_id),
    )
