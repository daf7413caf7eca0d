"""A State Hearing was asked for, or a case goes on to Medicare's independent entity."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ..doctors import doctors_of
from ..domain.clocks import due_when_filed, due_when_told
from ..domain.forum import Forum
from ..domain.imr import order_rule
from ..domain.packet import checklist
from ..domain.ruling import NotPossible
from ..domain.states import FIRST
from ..events import Event
from ..models import ExternalReview, OutsideContact
from ..prediction import basis_of_the_no
from ..queries import open_review
from ..steps.clock_keeping import start_clocks
from ..steps.letters_from_outside import keep_letter, log_contact
from ..steps.papers import add_papers
from ..steps.queues import put_on_queue
from .prepare_application import PreparedAlready


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideCase:
    """What we were told. `asked_at` is when the member asked (a hearing) or when our no was
    affirmed (the entity); `told_at` when it reached us. Both carry a time zone.
    """

    forum: Forum
    asked_at: datetime
    told_at: datetime
    reference: str = ""
    urgent: bool = False
    way: str = OutsideContact.Way.MAIL.value
    letter: Inspected | None = None
    member_knew_the_order: bool | None = None
    appeal_id: UUID | None = None


@action
def open_outside_case(
    request_id: UUID, told: OutsideCase, *, by: Actor, at: datetime
) -> ExternalReview:
    """Open the case with its clocks and the checklist of what we must send.

    A hearing that is asked for while a review is still possible is recorded with what it means for
    the review. The house opens the entity's case by itself. Raises RequestNotFound,
    PreparedAlready, NotPossible, NotAllowed.
    """
    if by.is_person:
        by.require(Permission.OUTSIDE_REVIEW_WORK)
    if told.forum not in {Forum.STATE_HEARING, Forum.MEDICARE_ENTITY}:
        raise NotPossible("An application for review is prepared; it is not recorded here.")
    if max(told.asked_at, told.told_at) > at:
        raise NotPossible("This time has not come yet.")
    request = request_for(by, request_id)
    before = open_review(request.tenant_id, request.id, told.forum)
    if before is not None:
        raise PreparedAlready(before.id)
    on = office_calendar(request.tenant_id).local(at).date()
    case = ExternalReview.objects.create(
        tenant_id=request.tenant_id,
        number=readable_number("ER", on, secrets.choice),
        forum=told.forum,
        state=FIRST[told.forum],
        appeal_id=told.appeal_id,
        request=request,
        member=request.member,
        plan=request.plan,
        ipa=request.ipa,
        line_of_business=request.line_of_business,
        basis=basis_of_the_no(request) or "",
        urgent=told.urgent,
        outside_reference=told.reference,
        recorded_at=at,
        filed_at=told.asked_at,
        told_at=told.told_at,
    )
    record(
        case,
        Event.OPENED_CASE,
        by=by,
        at=at,
        happened_at=told.asked_at,
        forum=told.forum.label,
        request=request.number,
        **_about_the_order(case, told),
    )
    _log(case, told, by=by, at=at)
    add_papers(
        case,
        checklist(doctors_of(request, on=on), urgent=False, experimental=False, application=False),
    )
    start_clocks(case, due_when_filed, told.asked_at, at=at)
    started = told.asked_at if told.forum is Forum.MEDICARE_ENTITY else told.told_at
    start_clocks(case, due_when_told, started, at=at)
    put_on_queue(case, at=at)
    return case


def _about_the_order(case: ExternalReview, told: OutsideCase) -> dict[str, object]:
    """Say what asking for a hearing means for a review of the same no, and whether it was told."""
    if told.forum is not Forum.STATE_HEARING:
        return {}
    review = ExternalReview.objects.filter(
        tenant_id=case.tenant_id, request_id=case.request_id, forum=Forum.IMR
    ).exists()
    licensed = bool(case.plan and case.plan.licensed_plan)
    order = order_rule("asked", may_be_reviewed=licensed and not review)
    return {
        "order": order.value,
        "what_it_means": order.sentence,
        "member_knew": told.member_knew_the_order,
    }


def _log(case: ExternalReview, told: OutsideCase, *, by: Actor, at: datetime) -> None:
    document = None
    if told.letter is not None:
        document = keep_letter(
            case,
            told.letter,
            title=f"Notice: {told.forum.label}",
            way=told.way,
            received_at=told.told_at,
            by=by,
            at=at,
        )
    if told.forum is Forum.STATE_HEARING:
        log_contact(
            case,
            direction=OutsideContact.Direction.FROM_THEM,
            way=told.way,
            about="Notice that a hearing was asked for",
            happened_at=told.told_at,
            document=document,
            by=by,
            at=at,
        )
