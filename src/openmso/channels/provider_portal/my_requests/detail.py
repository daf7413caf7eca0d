"""One request as its practice sees it: where it stands, what is owed, what was decided and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.appeals.appealable import can_be_appealed
from openmso.casework.prior_auth.conversation import asked_for as information_asked_for
from openmso.casework.prior_auth.conversation import messages_on, talks_on
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.states import DECIDED, OPEN, Move, State, moves_from
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.casework.prior_auth.glance import services_asked
from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CaseMessage,
    Decision,
    InformationRequest,
    PeerToPeer,
    RequestedService,
)
from openmso.casework.prior_auth.queries import decisions_of, request_for
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, Paper
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.documents.queries import papers_received
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letters_of
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case

from ..due_times import badge_of
from ..services_in_words import asked_for, given
from ..states_in_words import state_in_words

_GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: "Not medically appropriate by the criteria named below",
    Ground.NOT_COVERED: "Not a covered benefit, by the section named below",
}
_KINDS = {"application/pdf": "PDF", "text/plain": "Text"}
_SLOTS = (PeerToPeer.State.OFFERED, PeerToPeer.State.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Message:
    who: str
    when: str
    text: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """`value` is the instant as it is sent back; `words` are in the office's zone."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    id: UUID
    offered_by: str
    slots: Sequence[Slot]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """`href` is empty until the letter is printed."""

    name: str
    written: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    when: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    facts: Sequence[Fact]
    reason: str
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """`due` are the duties we still have or had, each with its badge."""

    id: UUID
    number: str
    tag: StatusTag
    sentence: str
    holder: str
    due: Sequence[DeadlineBadge]
    asked: Sequence[Asked]
    talks: Sequence[Talk]
    facts: Sequence[Fact]
    validity: Sequence[Fact]
    decision: DecisionShown | None
    letters: Sequence[LetterLine]
    papers: Sequence[Paper]
    messages: Sequence[Message]
    may_add: bool
    may_withdraw: bool
    may_write: bool
    may_appeal: bool


def request_page(viewer: Actor, request_id: UUID, *, at: datetime) -> RequestPage:
    """Return the page of one request. Raises RequestNotFound. At most eight queries."""
    case = request_for(viewer, request_id)
    state, zone = State(case.state), tenant_by_id(case.tenant_id).zone
    services = services_asked(case.tenant_id, [case.id]).get(case.id, [])
    words = state_in_words(case.state, silence_means=case.silence_means)
    moves, is_open = moves_from(state), state in OPEN
    decisions = decisions_of(case) if state in DECIDED else []
    waiting = information_asked_for(case) if state is State.WAITING_FOR_INFORMATION else []
    return RequestPage(
        id=case.id,
        number=case.number,
        tag=words.tag,
        sentence=words.sentence,
        holder=words.holder,
        due=_due(case, at=at, zone=zone),
        asked=[_asked(one, zone) for one in waiting if one.answered_at is None],
        talks=[_talk(one, at=at, zone=zone) for one in talks_on(case) if one.state in _SLOTS]
        if is_open
        else [],
        facts=_facts(case, services, zone),
        validity=_validity(case, services),
        decision=_decision(decisions[0], zone) if decisions else None,
        letters=_letters(case, zone),
        papers=[_paper(one, case.id, zone) for one in papers_received(case.tenant_id, case.id)],
        messages=[_message(one, zone) for one in messages_on(case)],
        may_add=Move.ADD_INFORMATION in moves,
        may_withdraw=Move.WITHDRAW in moves,
        may_write=True,
        may_appeal=can_be_appealed(case),
    )


def _due(case: AuthorizationRequest, *, at: datetime, zone: ZoneInfo) -> list[DeadlineBadge]:
    shown = sorted(
        (one for one in of_case(case.tenant_id, case.id) if one.closed_at is None),
        key=lambda one: (one.purpose, not one.governs, one.due_at),
    )
    return [
        badge_of(list(answers), at=at, zone=zone)
        for _, answers in groupby(shown, key=lambda one: one.purpose)
    ]


def _asked(one: InformationRequest, zone: ZoneInfo) -> Asked:
    return Asked(
        when=staff_time(one.asked_at, zone),
        sentences=[*one.missing, *([one.words] if one.words else [])],
    )


def _talk(one: PeerToPeer, *, at: datetime, zone: ZoneInfo) -> Talk:
    offered = one.state == PeerToPeer.State.OFFERED
    return Talk(
        id=one.id,
        offered_by=one.offered_by_name,
        slots=[
            Slot(slot.isoformat(), staff_time(slot, zone))
            for slot in one.slots
            if offered and slot > at
        ],
        chosen=staff_time(one.chosen_at, zone) if one.chosen_at else "",
    )


def _facts(
    case: AuthorizationRequest, services: Sequence[RequestedService], zone: ZoneInfo
) -> list[Fact]:
    last = case.service_until_on - ONE_DAY if case.service_until_on else None
    covered = ", ".join(part.name for part in (case.plan, case.ipa) if part)
    facts = [
        Fact(label="Patient", value=case.member.full_name),
        Fact(label="Birth date", value=staff_date(case.member.birth_date)),
        Fact(label="Covered by", value=covered or "No coverage found"),
        *asked_for(services, label="Asked for"),
        Fact(
            label="Days of service",
            value=staff_date(case.service_from_on) + (f" to {staff_date(last)}" if last else ""),
        ),
        Fact(label="Diagnoses", value=", ".join(case.diagnoses) or "None given yet"),
        Fact(label="Requested by", value=case.practitioner.full_name),
        Fact(
            label="How soon",
            value="Urgent" if case.urgency == "expedited" else "Standard",
            below=case.urgency_why,
        ),
        Fact(label="Received", value=staff_time(case.received_at, zone)),
    ]
    if case.joined_to and case.joined_to.practice_id == case.practice_id:
        href = reverse("practice:request", args=[case.joined_to_id])
        facts.append(Fact(label="Joined to", value=case.joined_to.number, href=href))
    return facts


def _validity(case: AuthorizationRequest, services: Sequence[RequestedService]) -> list[Fact]:
    if not case.authorization_number:
        return []
    if case.valid_from_on is None:
        return [Fact(label="Receipt number", value=case.authorization_number)]
    last = (
        f"to {staff_date(case.valid_until_on - ONE_DAY)}"
        if case.valid_until_on
        else "without a flat last day"
    )
    return [
        Fact(label="Authorization number", value=case.authorization_number),
        *given(services),
        Fact(
            label="Valid",
            value=f"from {staff_date(case.valid_from_on)} {last}",
            below=case.validity_why,
        ),
    ]


def _decision(one: Decision, zone: ZoneInfo) -> DecisionShown:
    facts = [
        Fact(label="Decided", value=staff_time(one.decided_at, zone)),
        Fact(label="By", value=one.signed_by_name),
        Fact(label="Basis", value=one.basis),
    ]
    if one.ground:
        facts.append(Fact(label="Ground", value=_GROUNDS[Ground(one.ground)]))
    if one.criteria_edition:
        facts.append(Fact(label="Criteria", value=str(one.criteria_edition)))
    if one.benefit_section:
        facts.append(Fact(label="Benefit section", value=str(one.benefit_section)))
    return DecisionShown(facts=facts, reason=one.clinical_reason, alternative=one.alternative)


def _letters(case: AuthorizationRequest, zone: ZoneInfo) -> list[LetterLine]:
    return [
        LetterLine(
            name=one.kind.replace("_", " ").capitalize(),
            written=staff_time(one.ordered_at, zone),
            href=reverse("practice:letter", args=[one.id]) if one.document else "",
        )
        for one in letters_of(case.tenant_id, case.id)
        if one.receiver_id == case.practice_id and one.state != OrderedLetter.State.FAILED
    ]


def _paper(one: Document, case_id: UUID, zone: ZoneInfo) -> Paper:
    return Paper(
        name=one.title,
        kind=_KINDS.get(one.media_type, "Picture"),
        received=staff_time(one.received_at, zone),
        pages=f"{one.pages} page" + ("" if one.pages == 1 else "s") if one.pages else "",
        scan=one.get_scan_display(),
        scan_ok=one.scan == Document.Scan.CLEAN,
        href="" if one.is_held_back else reverse("practice:document", args=[case_id, one.id]),
    )


def _message(one: CaseMessage, zone: ZoneInfo) -> Message:
    return Message(
        one.author_name, staff_time(one.written_at, zone), one.text, mine=one.from_practice
    )
