"""One night as both sides see it: who is responsible, the clock, the same lines of history.

The hospital's page and our desk are drawn from this and nothing else, so neither can say more or
less of what happened than the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from openmso.casework.inpatient.post_stabilization.domain.responsibility import (
    Branch,
    EndReason,
    Responsibility,
)
from openmso.casework.inpatient.post_stabilization.domain.states import State
from openmso.casework.inpatient.post_stabilization.models import (
    Consultation,
    PostStabilization,
    SignedAnswer,
)
from openmso.casework.inpatient.post_stabilization.queries import answer_of, consultation_of
from openmso.casework.inpatient.post_stabilization.standing import governing, standing_of
from openmso.casework.inpatient.post_stabilization.told import lines
from openmso.channels.ui.presenters.deadline import (
    DeadlineBadge,
    deadline_badge,
)
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stored_deadline import stored_deadline
from openmso.channels.ui.presenters.told_lines import entry_of
from openmso.channels.ui.words_for_numbers import written
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.timeline.queries import history

_STATES = {
    Branch.WAITING: StatusTag("Waiting for our answer", StatusTone.WAITING),
    Branch.APPROVED: StatusTag("Approved", StatusTone.GOOD),
    Branch.DISAGREED: StatusTag("Our physician disagrees", StatusTone.WORKING),
    Branch.SILENCE: StatusTag("Nobody answered in time", StatusTone.STOP),
    Branch.NEVER_ASKED: StatusTag("The hospital never asked", StatusTone.QUIET),
    Branch.NOT_OURS: StatusTag("Not our member", StatusTone.QUIET),
}
_SENTENCES = {
    Branch.WAITING: "We have not answered yet. Without an answer by the due time the plan is"
    " responsible from that minute; nobody has to do anything for it.",
    Branch.APPROVED: "The plan is responsible for the approved care since {since}.",
    Branch.DISAGREED: "Care need not stop. The plan is responsible since {since}, until its own"
    " physician takes over, the patient is moved into the care of one, both sides agree, or the"
    " patient goes home. Talk to our physician now.",
    Branch.SILENCE: "The plan is responsible since {since}, until its own physician takes over,"
    " the patient is moved into the care of one, both sides agree, or the patient goes home.",
    Branch.NEVER_ASKED: "No request is on record, so no time ever ran: the care after"
    " stabilization is the hospital's responsibility. Emergency care itself is not touched, and"
    " the patient owes nothing for either.",
    Branch.NOT_OURS: "We found no coverage with us on this day. This is no denial: look for the"
    " plan on the patient's card.",
}
_NO_CLOCK = "No rule gives a time for this answer. A person watches it; silence decides nothing."
_ENDS = {
    EndReason.TAKEN_OVER: "a physician of the plan took over",
    EndReason.TRANSFERRED: "the patient was moved into the care of a physician of the plan",
    EndReason.AGREED: "the hospital and the plan agreed",
    EndReason.DISCHARGED: "the patient was discharged",
}
_ENDED, _ENDED_SO = "It ended {when}.", "It ended {when}: {why}."
_QUESTION = "Answer the hospital"


@dataclass(frozen=True, slots=True, kw_only=True)
class NightPage:
    """`badge` is None where no rule gives a time; `answer` is what we said, as pairs."""

    state: StatusTag
    sentence: str
    badge: DeadlineBadge | None
    answer: Sequence[Fact]
    told: Sequence[Fact]
    history: Sequence[TimelineEntry]
    events: Sequence[CaseEvent]


def night_page(case: PostStabilization, *, at: datetime, zone: ZoneInfo) -> NightPage:
    """Read and present a case as it stands at `at`. Three queries, one more once it is answered."""
    deadlines = list(of_case(tenant_id=case.tenant_id, case_id=case.id))
    answer = answer_of(case)
    talk = consultation_of(case) if case.state != State.ASKED else None
    found = standing_of(case, deadlines, answer, at=at)
    events = list(history(tenant_id=case.tenant_id, case_id=case.id))
    return NightPage(
        state=_STATES[found.branch].in_language(),
        sentence=_sentence(case, found, governing(deadlines), zone),
        badge=_badge(deadlines, answer, at=at, zone=zone),
        answer=_answer(case, answer, talk, zone),
        told=_told(case, zone),
        history=[entry_of(line, zone) for line in lines(events)],
        events=events,
    )


def _sentence(
    case: PostStabilization, found: Responsibility, deadline: Deadline | None, zone: ZoneInfo
) -> str:
    if found.branch is Branch.WAITING and deadline is None:
        return gettext(_NO_CLOCK)
    since = staff_time(found.from_at, zone) if found.from_at else ""
    said = gettext(_SENTENCES[found.branch]).format(since=since)
    if found.branch is Branch.SILENCE and deadline is not None:
        said += " " + gettext("Rule: {citation}.").format(citation=deadline.citation)
    if found.until is not None:
        when = staff_time(found.until, zone)
        why = gettext(_ENDS[EndReason(case.end_reason)]) if case.end_reason else ""
        ended = _ENDED_SO if why else _ENDED
        said += " " + gettext(ended).format(when=when, why=why)
    return said


def _badge(
    deadlines: Sequence[Deadline], answer: SignedAnswer | None, *, at: datetime, zone: ZoneInfo
) -> DeadlineBadge | None:
    first = governing(deadlines)
    if first is None:
        return None
    others = [each for each in deadlines if each is not first and each.governs is False]
    facts = stored_deadline(
        first,
        others,
        uid=str(first.id),
        question=_QUESTION,
        start_event=gettext("The hospital asked"),
        met_at=answer.answered_at if answer else None,
    )
    return deadline_badge(facts, at=at, zone=zone)


def _answer(
    case: PostStabilization,
    answer: SignedAnswer | None,
    talk: Consultation | None,
    zone: ZoneInfo,
) -> tuple[Fact, ...]:
    if answer is None:
        return ()
    review = staff_date(answer.next_review_on) if answer.next_review_on else ""
    pairs = (
        ("Answered", f"{staff_time(answer.answered_at, zone)}, {answer.signed_by_name}"),
        ("Authorization number", case.authorization_number),
        ("What we said", answer.words),
        ("Level of care", answer.level_of_care),
        ("Next review", review),
        ("Talk to our physician", _talk(talk)),
    )
    return tuple(Fact(label=gettext(label), value=value) for label, value in pairs if value)


def _talk(talk: Consultation | None) -> str:
    if talk is None:
        return ""
    return f"{talk.physician_name}, {written(talk.phone)}. {gettext(talk.get_state_display())}."


def _told(case: PostStabilization, zone: ZoneInfo) -> tuple[Fact, ...]:
    born = staff_date(case.told_birth_date) if case.told_birth_date else ""
    began = staff_time(case.emergency_began_at, zone) if case.emergency_began_at else ""
    pairs = (
        ("Hospital", case.hospital.name),
        ("Asked", staff_time(case.asked_at, zone) if case.asked_at else gettext("Never")),
        ("Who asked", case.caller),
        ("Call back", written(case.call_back)),
        ("Patient", case.told_name),
        ("Birth date", born),
        ("Plan number", case.told_number),
        ("Emergency began", began),
        ("Stabilized", f"{staff_time(case.stabilized_at, zone)}, {case.stabilized_by}"),
        ("Purpose", gettext(case.get_purpose_display())),
        ("Care", case.care),
        ("Why now", case.circumstance),
    )
    return tuple(Fact(label=gettext(label), value=value) for label, value in pairs if value)
