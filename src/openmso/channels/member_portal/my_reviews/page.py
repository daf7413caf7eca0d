"""One review told to its member: where it stands, what is missing, whom to ask, who may help."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.casework.external_review.domain.clocks import (
    ACCEPTANCE,
    CARRY_OUT,
    OUTSIDE_DECISION,
    SEND_PACKET,
)
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.packet import (
    OURS,
    OwedBy,
    Step,
    doctors_to_ask,
    still_missing,
)
from openmso.casework.external_review.domain.states import OPEN, State
from openmso.casework.external_review.models import ExternalReview, PacketPaper
from openmso.casework.external_review.queries import gathered, papers_of, review_for
from openmso.casework.external_review.says import paper_says, says, state_says
from openmso.channels.ui.presenters.facts import Fact, facts_of
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.content.models import OutsideOrganization
from openmso.office.content.organizations import Purpose, organizations
from openmso.office.law import office_calendar
from openmso.office.letters.queries import letters_about
from openmso.office.timeline.deadlines import of_case

from ..my_letters.reading import LetterLine, is_to, letter_line

_FORUMS: dict[Forum, Promise] = {
    Forum.IMR: _("Independent Medical Review"),
    Forum.STATE_HEARING: _("State Hearing"),
    Forum.MEDICARE_ENTITY: _("Review for Medicare"),
    Forum.COMPLAINT: _("Complaint at the regulator"),
}
_TAGS: dict[State, tuple[Promise, StatusTone]] = {
    State.PREPARED: (_("Your form is ready"), StatusTone.NEW),
    State.FILED: (_("Sent"), StatusTone.WAITING),
    State.PACKET_DUE: (_("We must send papers"), StatusTone.WORKING),
    State.PACKET_SENT: (_("They look at it"), StatusTone.WAITING),
    State.DELAYED: (_("It takes longer"), StatusTone.WAITING),
    State.NOT_QUALIFIED: (_("Now a complaint"), StatusTone.QUIET),
    State.STANDS: (_("They said no"), StatusTone.STOP),
    State.TO_CARRY_OUT: (_("They said yes"), StatusTone.GOOD),
    State.CARRIED_OUT: (_("You got the care"), StatusTone.GOOD),
    State.CLOSED: (_("Closed"), StatusTone.QUIET),
    State.WITHDRAWN: (_("Taken back"), StatusTone.QUIET),
}
_DUE: dict[str, Promise] = {
    SEND_PACKET: _("We must send our papers by"),
    ACCEPTANCE: _("They should take it or not by"),
    OUTSIDE_DECISION: _("Their answer should come by"),
    CARRY_OUT: _("We must allow the care by"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One time with the rule behind it; `what` is done by the day `by`."""

    what: str
    by: str
    rule_id: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyReview:
    """`missing` is what has not come, `ask` whom only the member can ask. `may_say_sent`: the
    form is ready, and we do not know yet that it went out."""

    id: UUID
    request_id: UUID
    number: str
    title: str
    tag: StatusTag
    sentence: str
    delay: str
    due: Sequence[DueLine]
    missing: Sequence[str]
    ask: Sequence[str]
    we_get: Sequence[str]
    letters: Sequence[LetterLine]
    has_form: bool
    may_say_sent: bool
    facts: Sequence[Fact]
    helpers: Sequence[OutsideOrganization]


def my_review(viewer: Actor, review_id: UUID, *, at: datetime, language: str) -> MyReview:
    """Return one review of the viewer's own. Raises ReviewNotFound. Five queries."""
    case = review_for(viewer, review_id)
    papers = papers_of(case)
    state = State(case.state)
    title, tag, sentence = how_it_stands(case, language)
    is_open = state in OPEN
    on = office_calendar(case.tenant_id).local(at).date()
    return MyReview(
        id=case.id,
        request_id=case.request_id,
        number=case.number,
        title=title,
        tag=tag,
        sentence=sentence,
        delay=says(f"delay_{case.delay_reason}", language=language) if case.delay_reason else "",
        due=_due(case, language) if is_open or state == State.TO_CARRY_OUT else (),
        missing=_missing(papers, language) if is_open else (),
        ask=_ask(papers) if is_open else (),
        we_get=_ours(papers, language) if is_open else (),
        letters=[
            letter_line(one, language=language)
            for one in letters_about(case.tenant_id, [case.id])
            if is_to(one, viewer)
        ],
        has_form=case.forum == Forum.IMR and is_open,
        may_say_sent=state == State.PREPARED,
        facts=_facts(case, language),
        helpers=organizations(
            case.tenant_id, Purpose.BENEFICIARY_HELP, on=on, program=case.line_of_business
        ),
    )


def how_it_stands(case: ExternalReview, language: str) -> tuple[str, StatusTag, str]:
    """Return who looks, and where that stands in a word and in a sentence for its member."""
    state = _as_it_ended(case)
    words, tone = _TAGS[state]
    if case.forum == Forum.COMPLAINT and state == State.FILED:
        words = _("They look at it")
    sentence = state_says(state, case.forum, language=language)
    return str(_FORUMS[Forum(case.forum)]), StatusTag(str(words), tone), sentence


def _as_it_ended(case: ExternalReview) -> State:
    """Return the state a member understands: a closed case still says how it ended."""
    if case.state != State.CLOSED:
        return State(case.state)
    if case.served_on is not None:
        return State.CARRIED_OUT
    return State.STANDS if case.ruled_on is not None else State.CLOSED


def _missing(papers: Sequence[PacketPaper], language: str) -> list[str]:
    return [
        paper_says(one.kind, holder=one.holder, language=language)
        for one in still_missing(gathered(papers))
        if one.owed_by not in OURS
    ]


def _ask(papers: Sequence[PacketPaper]) -> list[str]:
    waiting = [one.paper for one in gathered(papers) if one.step is not Step.RECEIVED]
    return [", ".join(filter(None, (one.holder, one.place))) for one in doctors_to_ask(waiting)]


def _ours(papers: Sequence[PacketPaper], language: str) -> list[str]:
    return [
        paper_says(one.kind, holder=one.holder, language=language)
        for one in papers
        if OwedBy(one.owed_by) in OURS
    ]


def _due(case: ExternalReview, language: str) -> list[DueLine]:
    office = office_calendar(case.tenant_id)
    return [
        DueLine(
            what=str(_DUE[one.purpose]),
            by=member_date(office.local(one.due_at).date(), language),
            rule_id=one.rule_id,
            citation=one.citation,
        )
        for one in of_case(case.tenant_id, case.id)
        if one.governs and one.purpose in _DUE and one.met_at is None and one.closed_at is None
    ]


def _facts(case: ExternalReview, language: str) -> list[Fact]:
    def day(moment: datetime | None) -> str:
        return "" if moment is None else of_day(office_day(moment))

    def of_day(on: date) -> str:
        return member_date(on, language)

    def office_day(moment: datetime) -> date:
        return office_calendar(case.tenant_id).local(moment).date()

    pairs = (
        (_now("Case number"), case.number),
        (_now("Sent"), day(case.filed_at)),
        (_now("We sent our papers"), day(case.packet_sent_at)),
        (_now("Their answer"), of_day(case.ruled_on) if case.ruled_on else ""),
        (_now("Approval number"), case.authorization_number),
        (_now("You pay"), _now("Nothing")),
    )
    return facts_of(pairs)
