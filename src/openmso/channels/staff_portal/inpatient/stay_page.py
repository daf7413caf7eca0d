"""One stay as the desk sees it: what both sides see, and where it stands day by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.casework.inpatient.admissions.domain.discharge_notices import NoticeOwed
from openmso.casework.inpatient.admissions.domain.stay import Level, MoveKind
from openmso.casework.inpatient.admissions.events import Event
from openmso.casework.inpatient.admissions.models import (
    Admission,
    ConcurrentReview,
    DailyStatus,
    NoticeGiven,
    StayMove,
)
from openmso.casework.inpatient.admissions.moves_known import kept
from openmso.casework.inpatient.admissions.queries import (
    moves_of,
    notices_given,
    reviews_of,
    statuses_of,
)
from openmso.casework.inpatient.admissions.standing import owed_notices, standing_of
from openmso.channels.ui.presenters.facts import Fact, facts_of
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stay import SharedStay, shared_stay
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.outbound.events import SENT
from openmso.office.timeline.models import CaseEvent

from .census_views import level_words
from .notice_words import notice_name

_KINDS = {
    MoveKind.ENTER: "",
    MoveKind.LEAVE: "On leave",
    MoveKind.RETURN: "Back from leave",
    MoveKind.DISCHARGE: "Discharged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLine:
    """One move; `id` is there while it may be struck."""

    id: UUID | None
    what: str
    when: str
    struck: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    day: str
    condition: str
    note: str
    plan: str
    who: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    what: str
    days: str
    words: str
    who: str
    tag: StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """`when` says by when or from when it is given; `given` is empty while it is owed."""

    id: str
    name: str
    when: str
    rule: str
    citation: str
    given: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffLine:
    """Of what the PCP was told, and whether the letter has left."""

    news: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StayPage:
    shared: SharedStay
    bed_days: int
    now: str
    owed_today: bool
    missing: Sequence[tuple[str, str]]
    moves: Sequence[MoveLine]
    statuses: Sequence[StatusLine]
    reviews: Sequence[ReviewLine]
    notices: Sequence[NoticeLine]
    handoffs: Sequence[HandoffLine]
    afterwards: Sequence[Fact]


def stay_page(stay: Admission, *, at: datetime, zone: ZoneInfo) -> StayPage:
    """Read and present a stay as it stands at `at`. Six queries beside the stay itself."""
    moves, statuses = moves_of(stay), statuses_of(stay)
    given = notices_given(stay)
    shared = shared_stay(stay, at=at, zone=zone)
    standing = standing_of(stay, kept(moves), {one.on for one in statuses}, at=at)
    now = standing.now
    places = {move.hospital_id: move.hospital.name for move in moves if move.hospital}
    return StayPage(
        shared=shared,
        bed_days=len(standing.days),
        now=f"{level_words(now.level, on_leave=now.on_leave)}, {places[now.place]}" if now else "",
        owed_today=standing.owed_today,
        missing=[(day.isoformat(), staff_date(day)) for day in standing.missing],
        moves=[_move(move, number, zone) for number, move in enumerate(moves)],
        statuses=[_status(one, zone) for one in statuses],
        reviews=[_review(one, zone) for one in reviews_of(stay)],
        notices=[_notice(one, given, zone) for one in owed_notices(stay, given)],
        handoffs=_handoffs(shared.events, zone),
        afterwards=_afterwards(stay),
    )


def _move(move: StayMove, number: int, zone: ZoneInfo) -> MoveLine:
    kind = MoveKind(move.kind)
    what = _KINDS[kind] or level_words(Level(move.level))
    where = f", {move.hospital.name}" if move.hospital else ""
    return MoveLine(
        id=move.id if number and move.struck_at is None else None,
        what=f"{what}{where}",
        when=staff_time(move.happened_at, zone),
        struck=move.struck_why if move.struck_at else "",
    )


def _status(one: DailyStatus, zone: ZoneInfo) -> StatusLine:
    return StatusLine(
        day=staff_date(one.on),
        condition=one.get_condition_display().capitalize(),
        note=one.note,
        plan=one.plan,
        who=f"{one.written_by_name}, {staff_time(one.written_at, zone)}",
        late=one.late,
    )


def _review(one: ConcurrentReview, zone: ZoneInfo) -> ReviewLine:
    approved = one.until_on is not None
    days = f"From {staff_date(one.from_on)}"
    if one.until_on is not None:
        days += f" through {staff_last_day(one.until_on)}"
    criteria = f" ({one.criteria_edition})" if one.criteria_edition else ""
    return ReviewLine(
        what="Days approved" if approved else "Further days refused",
        days=days,
        words=f"{one.words}{criteria}",
        who=f"{one.signed_by_name}, {staff_time(one.decided_at, zone)}",
        tag=StatusTag("Approved", StatusTone.GOOD)
        if approved
        else StatusTag("Refused", StatusTone.STOP),
    )


def _notice(owed: NoticeOwed, given: Mapping[str, NoticeGiven], zone: ZoneInfo) -> NoticeLine:
    done = given.get(owed.notice.id)
    when = f"By {staff_time(owed.due_at, zone)}" if owed.due_at else ""
    if owed.opens_on is not None:
        when = f"Not before {staff_date(owed.opens_on)}"
    return NoticeLine(
        id=owed.notice.id,
        name=notice_name(owed.notice),
        when=when,
        rule=owed.clock.rule.id if owed.clock else "",
        citation=owed.notice.source,
        given=_given(done, zone) if done else "",
        late=bool(done and owed.due_at and done.given_at > owed.due_at),
    )


def _given(done: NoticeGiven, zone: ZoneInfo) -> str:
    return f"{staff_time(done.given_at, zone)}, by {done.given_by}. {done.get_signed_display()}."


def _handoffs(events: Sequence[CaseEvent], zone: ZoneInfo) -> list[HandoffLine]:
    """Return of what the PCP was told, with the proof of sending where there is one."""
    sent = {
        event.details.get("letter"): event.happened_at for event in events if event.name == SENT
    }
    found: list[HandoffLine] = []
    for event in events:
        news = str(event.details.get("news", "")).capitalize()
        if event.name == Event.PCP_TOLD:
            left = sent.get(event.details.get("letter"))
            state = f"Sent {staff_time(left, zone)}" if left else "Letter ordered, not sent yet"
            found.append(HandoffLine(news=news, state=state))
        elif event.name == Event.NO_PCP:
            found.append(HandoffLine(news=news, state="No doctor is known: call the member"))
    return found


def _afterwards(stay: Admission) -> tuple[Fact, ...]:
    if stay.discharged_at is None:
        return ()
    follow_up = staff_date(stay.follow_up_on) if stay.follow_up_on else ""
    pairs = (
        ("Went", stay.get_discharged_to_display().capitalize()),
        ("What the patient was told", stay.instructions),
        ("Follow-up with", stay.follow_up_with),
        ("Follow-up on", follow_up),
    )
    return tuple(facts_of(pairs))
