"""Somebody begins to follow a member's care."""

import secrets
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.covered_member import member_covered_on
from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.roster.eligibility.finding import known_members
from openmso.roster.members.domain.search import MemberSearch

from ..domain.states import State
from ..events import Event
from ..models import CareCase
from ..queries import CareCaseNotFound
from ..steps.next_due import put_on_list


class AlreadyFollowed(ValueError):
    """The member has an open case; `case_id` says which."""

    def __init__(self, case_id: UUID) -> None:
        super().__init__("Somebody follows this member's care already.")
        self.case_id = case_id


class NotCovered(ValueError):
    """No plan covers the member with us on the day."""


@action
def open_case(member_id: UUID, reason: str, *, by: Actor, at: datetime) -> CareCase:
    """Open a case in the actor's own caseload, under the coverage of the day.

    Raises NotAllowed, CareCaseNotFound for a member this person cannot see, AlreadyFollowed,
    NotCovered.
    """
    by.require(Permission.CARE_CASE_WORK)
    if by.id is None or not known_members(by, MemberSearch(member_id=member_id)):
        raise CareCaseNotFound("There is no such member.")
    already = CareCase.objects.filter(
        tenant_id=by.tenant_id, member_id=member_id, state=State.OPEN
    ).first()
    if already is not None:
        raise AlreadyFollowed(already.id)
    on = office_calendar(by.tenant_id).local(at).date()
    found = member_covered_on(by.tenant_id, member_id, on)
    if found.coverage is None:
        raise NotCovered("No plan covers this member with us today.")
    case = CareCase(
        tenant_id=by.tenant_id,
        number=readable_number("CM", on, secrets.choice),
        reason=reason,
        member=found.member,
        coverage=found.coverage,
        plan=found.coverage.plan,
        ipa=found.coverage.ipa,
        line_of_business=found.coverage.plan.line_of_business,
        manager_id=by.id,
        manager_name=by.name,
        opened_at=at,
    )
    case.save(force_insert=True)
    record(case, Event.OPENED, by=by, at=at)
    put_on_list(case, at=at)
    return case
