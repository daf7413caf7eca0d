"""A case is opened: one open end of each care of a member, with its clocks and on its queue."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import stay_for
from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import record
from openmso.roster.eligibility.domain.coverage import Coverage
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.members.models import Member

from ..domain.asking import NoFastTrack, last_moment_to_ask
from ..domain.care import Care
from ..domain.clocks import due_when_announced
from ..domain.notice import NotPossible
from ..domain.states import OPEN, Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..queries import CaseNotFound
from .clock_keeping import start_clocks
from .locking import keep, locked
from .queues import put_on_queue


class AnnouncedAlready(ValueError):
    """The end of this care is announced already, in `case_id`."""

    def __init__(self, case: FastTrackCase) -> None:
        super().__init__(f"The end of this care is announced already: {case.number}.")
        self.case_id = case.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """`ends_on` is the day of the discharge, or the last covered day on the notice.

    `admission_id` names the stay of a discharge, `request_id` the request under which other care is
    given, `came_from_id` the case whose end did not come about.
    """

    care: Care
    member_id: UUID
    ends_on: date
    provider_name: str
    provider_phone: str = ""
    admission_id: UUID | None = None
    request_id: UUID | None = None
    came_from_id: UUID | None = None


def open_case(told: Announced, *, by: Actor, at: datetime) -> FastTrackCase:
    """Store a new case. Raises as `announce_end` does."""
    member = _member(told.member_id, by=by)
    cover = _coverage(member, told.ends_on, by=by)
    case = _row(told, member, cover, by=by, at=at)
    if not case.provider_name:
        raise NotPossible("Say who gives the care.")
    office = office_calendar(by.tenant_id)
    last_moment_to_ask(case.end, rulebook(), office)
    case.came_from = _followed(told, case, by=by, at=at)
    _refuse_second(case)
    case.save(force_insert=True)
    record(
        case,
        Event.ANNOUNCED,
        by=by,
        at=at,
        care=told.care.value,
        ends_on=told.ends_on.isoformat(),
        provider=case.provider_name,
        came_from=case.came_from.number if case.came_from else "",
    )
    start_clocks(case, due_when_announced, case.end.moment(office), at=at)
    put_on_queue(case, at=at)
    return case


def _member(member_id: UUID, *, by: Actor) -> Member:
    # Held until the transaction ends: two people who announce at once are told of each other.
    found = Member.objects.select_for_update().filter(tenant_id=by.tenant_id, id=member_id).first()
    if found is None:
        raise CaseNotFound("There is no such member.")
    return found


def _coverage(member: Member, on: date, *, by: Actor) -> Coverage:
    cover = coverage_on(by.tenant_id, member.id, on)
    if cover is None:
        raise NoFastTrack("Nobody covers this member through us on that day.")
    if by.ipa_ids and cover.ipa_id not in by.ipa_ids:
        raise CaseNotFound("There is no such member.")
    return cover


def _row(
    told: Announced, member: Member, cover: Coverage, *, by: Actor, at: datetime
) -> FastTrackCase:
    on = office_calendar(by.tenant_id).local(at).date()
    return FastTrackCase(
        tenant_id=by.tenant_id,
        number=readable_number("FT", on, secrets.choice),
        care=told.care,
        state=State.ANNOUNCED,
        member=member,
        member_number=cover.member_number,
        plan_id=cover.plan_id,
        ipa_id=cover.ipa_id,
        line_of_business=cover.line_of_business,
        admission=_stay(told, by=by),
        request=_request(told, by=by),
        provider_name=told.provider_name.strip(),
        provider_phone=told.provider_phone.strip(),
        ends_on=told.ends_on,
        recorded_at=at,
    )


def _stay(told: Announced, *, by: Actor) -> Admission | None:
    if told.admission_id is None:
        return None
    stay = stay_for(by, told.admission_id)
    if told.care is not Care.HOSPITAL_STAY or stay.member_id != told.member_id:
        raise NotPossible("This stay is not the one that ends.")
    return stay


def _request(told: Announced, *, by: Actor) -> AuthorizationRequest | None:
    if told.request_id is None:
        return None
    request = request_for(by, told.request_id)
    if request.member_id != told.member_id:
        raise NotPossible("This request is another member's.")
    return request


def _refuse_second(case: FastTrackCase) -> None:
    there = FastTrackCase.objects.filter(
        tenant_id=case.tenant_id, member_id=case.member_id, care=case.care, state__in=OPEN
    ).first()
    if there is not None:
        raise AnnouncedAlready(there)


def _followed(
    told: Announced, case: FastTrackCase, *, by: Actor, at: datetime
) -> FastTrackCase | None:
    """Close the case whose end did not come about; this one announces a new end after it."""
    if told.came_from_id is None:
        return None
    before = locked(told.came_from_id, by=by)
    if (before.member_id, before.care) != (case.member_id, case.care):
        raise NotPossible("This case is about other care.")
    before.state = after(State(before.state), Move.ANNOUNCE_AGAIN)
    before.closed_at = at
    keep(before, "state", "closed_at")
    record(before, Event.FOLLOWED, by=by, at=at, became=case.number)
    return before
