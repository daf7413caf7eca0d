"""The appeals against a decision on one request of the practice, and whether one can be filed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.appealable import may_be_filed
from openmso.casework.appeals.domain.filing import window_of
from openmso.casework.appeals.domain.states import OPEN, State
from openmso.casework.appeals.domain.types import Authority, FiledBy, authority_of
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import appeals_of_request
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import request_for
from openmso.channels.ui.presenters.deadline import DeadlineBadge, deadline_badge
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stored_deadline import stored_deadline
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case
from openmso.rulebook.vocabulary import MOMENTS

_STATES = {
    State.OPEN: StatusTag("Waits for a reviewer", StatusTone.WAITING),
    State.WITH_REVIEWER: StatusTag("With another physician", StatusTone.WORKING),
    State.OVERTURNED: StatusTag("Approved: the denial was taken back", StatusTone.GOOD),
    State.PARTLY_UPHELD: StatusTag("Approved in part", StatusTone.GOOD),
    State.UPHELD: StatusTag("The denial stands", StatusTone.STOP),
    State.DISMISSED: StatusTag("Dismissed for a reason of form", StatusTone.QUIET),
    State.WITHDRAWN: StatusTag("Taken back", StatusTone.QUIET),
    State.SENT_ON: StatusTag("Sent to the independent entity", StatusTone.STOP),
}
_QUESTION = "When must we answer?"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneAppeal:
    number: str
    filed: str
    tag: StatusTag
    note: str
    badge: DeadlineBadge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealsOfRequest:
    """`needs_paper`: the patient's written consent is asked for; `last_day` empty: no rule says."""

    request: AuthorizationRequest
    appeals: Sequence[OneAppeal]
    may_file: bool
    needs_paper: bool
    late: bool
    last_day: str


def appeals_page(viewer: Actor, request_id: UUID, *, at: datetime) -> AppealsOfRequest:
    """Return what a practice sees. Raises RequestNotFound. Two queries, three with an open one."""
    request = request_for(viewer, request_id)
    found = appeals_of_request(viewer, request_id)
    office = office_calendar(request.tenant_id)
    told_on = office.local(request.decided_at or request.silence_at or request.received_at).date()
    line = request.line_of_business
    window = window_of(line, told_on=told_on, book=rulebook(), office=office)
    authority = authority_of(line, FiledBy.TREATING_PHYSICIAN, shown=False)
    return AppealsOfRequest(
        request=request,
        appeals=[_told(one, at=at) for one in found],
        may_file=may_be_filed(request, found),
        needs_paper=authority is Authority.PENDING,
        late=window.is_late(at),
        last_day=staff_date(office.local(window.until).date()) if window.until else "",
    )


def _told(appeal: Appeal, *, at: datetime) -> OneAppeal:
    zone = tenant_by_id(appeal.tenant_id).zone
    return OneAppeal(
        number=appeal.number,
        filed=staff_time(appeal.received_at, zone),
        tag=_STATES[State(appeal.state)],
        note=_note(appeal),
        badge=_badge(appeal, at=at) if appeal.state in OPEN else None,
    )


def _note(appeal: Appeal) -> str:
    if appeal.state in OPEN and appeal.authority == Authority.PENDING:
        return "We need the patient's written consent. Send it by fax or mail with this number."
    if appeal.state in OPEN and appeal.silence_at is not None:
        return "The time for the answer has passed. We still owe it."
    if appeal.sends_on:
        return "The case file goes to Medicare's independent entity by itself."
    return ""


def _badge(appeal: Appeal, *, at: datetime) -> DeadlineBadge | None:
    rows = [row for row in of_case(appeal.tenant_id, appeal.id) if row.purpose == "decide_appeal"]
    governing = next((row for row in rows if row.governs), None)
    if governing is None:
        return None
    facts = stored_deadline(
        governing,
        [row for row in rows if row is not governing],
        uid=str(governing.id),
        question=_QUESTION,
        start_event=MOMENTS.get(governing.starts_with, governing.starts_with),
        met_at=governing.met_at,
    )
    return deadline_badge(facts, at=at, zone=tenant_by_id(appeal.tenant_id).zone)
