"""One appeal on one page: the first decision as its reviewer saw it, and what is new since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.domain.speed import NEVER_FAST
from openmso.casework.appeals.domain.states import OPEN, State
from openmso.casework.appeals.domain.types import AppealType, Authority, FiledBy
from openmso.casework.appeals.models import Appeal, AppealAnswer
from openmso.casework.appeals.queries import is_new, opened_by, orders_of, papers_of
from openmso.casework.appeals.ways_on import ways_on
from openmso.casework.prior_auth.criteria_points import points_and_findings
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, Paper, TimelineEntry, facts_of
from openmso.channels.ui.presenters.line_of_business import line_in_words
from openmso.channels.ui.presenters.remedies import ShownRemedy, shown_after_a_letter
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history

from ..prior_auth.papers.words import kind_word, pages_word, size_words
from ..prior_auth.review.decision_card import DecisionCard, decision_card
from ..prior_auth.words.states import ANSWERS, GROUNDS, NOT_ANSWERED, quantity
from .claim_facts import claim_facts, order_facts
from .words import AUTHORITIES, CHANNELS, FILED_BY, STATES, TYPES, badges, story


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One criteria point as the first review left it."""

    code: str
    text: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealPage:
    """`seen` are the papers the first reviewer had; `new` those that came later."""

    state: StatusTag
    clocks: Sequence[tuple[str, DeadlineBadge]]
    banners: Sequence[str]
    facts: Sequence[Fact]
    words: str
    asked: Sequence[Fact]
    claim: Sequence[Fact]
    orders: Sequence[Sequence[Fact]]
    first: DecisionCard | None
    points: Sequence[Point]
    seen: Sequence[Paper]
    new: Sequence[Paper]
    answer: Sequence[Fact]
    ways_on: Sequence[ShownRemedy]
    history: Sequence[TimelineEntry]


def appeal_page(appeal: Appeal, *, viewer: Actor, at: datetime, zone: ZoneInfo) -> AppealPage:
    """Read and present an appeal. At most seven queries besides the appeal's own."""
    answer = answer_in(appeal)
    is_open = appeal.state in OPEN
    papers = papers_of(appeal)
    opened = opened_by(appeal, viewer.id) if is_open else frozenset()
    routed = None if is_open else ways_on(appeal, answer, at=at)
    request = appeal.request
    return AppealPage(
        state=STATES[State(appeal.state)],
        clocks=badges(of_case(appeal.tenant_id, appeal.id), at=at, zone=zone),
        banners=_banners(appeal, zone),
        facts=_facts(appeal, zone),
        words=appeal.words,
        asked=_asked(request) if request else (),
        claim=claim_facts(appeal),
        orders=[order_facts(one, zone) for one in orders_of(appeal)],
        first=decision_card(appeal.decision, request, zone)
        if request and appeal.decision
        else None,
        points=[
            Point(
                code=point.code,
                text=point.text,
                found=(ANSWERS[found.answer] if found else NOT_ANSWERED).words,
            )
            for point, found in (points_and_findings(request) if request else ())
        ],
        seen=[_paper(one, appeal, opened, zone) for one in papers if not is_new(one, appeal)],
        new=[_paper(one, appeal, opened, zone) for one in papers if is_new(one, appeal)],
        answer=_answer(answer, zone),
        ways_on=shown_after_a_letter(routed) if routed else (),
        history=story(history(appeal.tenant_id, appeal.id), zone),
    )


def answer_in(appeal: Appeal) -> AppealAnswer | None:
    """Return the answer that was read together with the appeal."""
    return getattr(appeal, "answer", None)


def _banners(appeal: Appeal, zone: ZoneInfo) -> list[str]:
    found = []
    if appeal.authority == "pending":
        found.append(
            "The paper that lets this person ask is missing. Work goes on; until it is here the no"
            " cannot be upheld."
        )
    if appeal.late and appeal.late_accepted_at is None:
        said = f" They say: {appeal.good_cause}" if appeal.good_cause else ""
        found.append(f"It came after the last day.{said}")
    if appeal.silence_at is not None:
        found.append(
            f"Nobody answered by {staff_time(appeal.silence_at, zone)}. "
            f"{_MEANS[appeal.silence_means]}"
        )
    if appeal.fast_refused_at is not None and appeal.fast_refusal_told_at is None:
        found.append(
            "The wish for a fast answer was refused. Tell the member by voice at once and keep it"
            " here; the letter goes besides."
        )
    if appeal.sends_on:
        sent = appeal.case_file_sent_at
        found.append(
            f"The case file left on {staff_time(sent, zone)}."
            if sent
            else "The case file goes to the independent entity by itself; the member need not ask."
        )
    return found


_MEANS = {
    "forwarded_to_independent_review": "The law sends the case file to the independent entity.",
    "next_step_opens": "The member may ask for a State hearing without our answer.",
    "no_meaning_in_law": "The member may take the next step; we still owe an answer.",
}


def _facts(appeal: Appeal, zone: ZoneInfo) -> list[Fact]:
    late = "late" if appeal.late else "in time"
    came_by = CHANNELS[Channel(appeal.channel)]
    pairs = (
        ("Type", TYPES[AppealType(appeal.type)]),
        ("Member", appeal.member.full_name),
        ("Health plan", appeal.plan.name if appeal.plan else ""),
        ("Line of business", line_in_words(appeal.line_of_business)),
        ("Filed by", f"{appeal.filed_by_name} ({FILED_BY[FiledBy(appeal.filed_by)]})"),
        ("May they ask?", AUTHORITIES[Authority(appeal.authority)]),
        (
            "Reached us",
            f"{staff_time(appeal.received_at, zone)}, {came_by}",
        ),
        ("Against what was said on", f"{staff_date(appeal.told_on)}; filed {late}"),
        ("Handled", "fast" if appeal.urgency == "expedited" else "standard"),
        ("Why fast", appeal.urgency_why if appeal.urgency == "expedited" else ""),
        ("Why never fast", NEVER_FAST if appeal.about_payment else ""),
        ("Asked for a fast answer", _refused_fast(appeal, zone)),
        ("Care meanwhile", _care_meanwhile(appeal, zone)),
        ("Reviewer", appeal.reviewer.name if appeal.reviewer else ""),
        ("Closed", appeal.closed_why),
    )
    return facts_of(pairs)


def _care_meanwhile(appeal: Appeal, zone: ZoneInfo) -> str:
    """Say that care which was to end goes on, and since when somebody asked."""
    if appeal.care_goes_on_at is None or appeal.care_was_to_end_on is None:
        return ""
    asked = staff_time(appeal.care_goes_on_at, zone)
    ends = staff_date(appeal.care_was_to_end_on)
    return f"Goes on until the answer; it was to end on {ends}. Asked {asked}"


def _refused_fast(appeal: Appeal, zone: ZoneInfo) -> str:
    """Say what became of a wish for a fast answer that did not qualify."""
    if appeal.fast_refused_at is None:
        return ""
    told = (
        f"told by voice {staff_time(appeal.fast_refusal_told_at, zone)}:"
        f" {appeal.fast_refusal_told_how}"
        if appeal.fast_refusal_told_at
        else "not told by voice yet"
    )
    refused = staff_time(appeal.fast_refused_at, zone)
    return f"Refused by {appeal.fast_refused_by}, {refused}: {appeal.fast_refused_why} ({told})"


def _asked(request: AuthorizationRequest) -> list[Fact]:
    services = RequestedService.objects.filter(
        tenant_id=request.tenant_id, request_id=request.id
    ).order_by("line")
    return [
        Fact(
            label=f"{one.code} {one.description}",
            value=f"{quantity(float(one.quantity), one.unit)} asked",
            below=f"{quantity(float(one.approved_quantity or 0), one.unit)} approved",
        )
        for one in services
    ]


def _answer(answer: AppealAnswer | None, zone: ZoneInfo) -> list[Fact]:
    if answer is None:
        return []
    edition, section = answer.criteria_edition, answer.benefit_section
    pairs = (
        ("Signed by", f"{answer.signed_by_name}, {staff_time(answer.answered_at, zone)}"),
        ("What changed the answer", answer.why_changed),
        ("Ground", GROUNDS[answer.ground] if answer.ground else ""),
        ("Criteria", str(edition) if edition else ""),
        ("Benefit section", f"{section.section} {section.title}" if section else ""),
        ("Clinical reason", answer.clinical_reason),
        ("For the member", answer.plain_reason),
        ("In Spanish", answer.plain_reason_es),
    )
    return facts_of(pairs)


def _paper(document: Document, appeal: Appeal, opened: frozenset[UUID], zone: ZoneInfo) -> Paper:
    address = reverse("staff:appeal_paper", args=[appeal.id, document.id])
    return Paper(
        name=document.title,
        kind=f"{kind_word(document)} · {document.get_source_display()}",
        received=staff_time(document.received_at, zone),
        pages=pages_word(document.pages),
        size=size_words(document.size),
        scan=document.get_scan_display(),
        scan_ok=document.scan == Document.Scan.CLEAN,
        href="" if document.is_held_back else address,
        opened="opened by you" if document.id in opened else "not opened by you yet",
    )
