"""Somebody who was called says: I have it. From the page after signing in, or by telephone."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.worklists.items import leave_queue
from openmso.standards.typed_text import code_form

from .. import events
from ..domain.states import Move, MoveNotAllowed, PageState, after
from ..models import Page, PageCall
from ..steps.about import about
from ..steps.locking import locked_page

_NOT_CALLED = "This page went to other people. Whoever was called acknowledges it."


class Through(StrEnum):
    PAGE = "page"
    PHONE_DESK = "phone_desk"
    CASE = "case"


class AlreadyAcknowledged(MoveNotAllowed):
    """Somebody has it already. The sentence says who, for the person who is too late."""


class UnknownCode(LookupError):
    """No call of this office has this code. The sentence is written for the phone desk."""


@action
def acknowledge(page_id: UUID, *, by: Actor, at: datetime) -> Page:
    """Take the page over as one who was called for it, or as whoever plans the duties.

    Raises AlreadyAcknowledged, NotAllowed for people who were not called, PageNotFound.
    """
    page = locked_page(page_id, by=by)
    called = by.id is not None and page.calls.filter(account_id=by.id).exists()
    if not called and not by.may(Permission.ON_CALL_PLAN):
        raise NotAllowed(_NOT_CALLED)
    return _acknowledged(page, by.id, by.name, Through.PAGE, by=by, at=at)


@action
def acknowledge_by_code(code: str, *, by: Actor, at: datetime) -> Page:
    """Take the page over for whoever reads its code to the phone desk.

    The one who was called with that code has it, `by` wrote it down. Raises UnknownCode,
    AlreadyAcknowledged, NotAllowed.
    """
    by.require(Permission.ON_CALL_TAKE_CALL)
    call = PageCall.objects.filter(tenant_id=by.tenant_id, code=code_form(code)).first()
    if call is None:
        raise UnknownCode("No page has this code. Ask for the last eight signs of the address.")
    page = locked_page(call.page_id, by=by)
    holder = Account.objects.get(tenant_id=by.tenant_id, id=call.account_id)
    return _acknowledged(page, holder.id, call.name, Through.PHONE_DESK, by=by, at=at)


@action
def acknowledge_by_answering(page_id: UUID, *, by: Actor, at: datetime) -> Page:
    """End a page whose case `by` has just answered: nobody else needs to come for it.

    That `by` may answer the case is the caller's to know. Raises AlreadyAcknowledged, PageNotFound.
    """
    page = locked_page(page_id, by=by)
    return _acknowledged(page, by.id, by.name, Through.CASE, by=by, at=at)


def _acknowledged(
    page: Page, person_id: UUID | None, name: str, through: Through, *, by: Actor, at: datetime
) -> Page:
    if page.state == PageState.ACKNOWLEDGED:
        raise AlreadyAcknowledged(f"{page.acknowledged_by_name} has this page already.")
    late = page.state == PageState.UNANSWERED
    page.state = after(PageState(page.state), Move.ACKNOWLEDGE)
    page.call_next_at, page.acknowledged_at = None, at
    page.acknowledged_by_id, page.acknowledged_by_name = person_id, name
    page.save(
        update_fields=[
            "state",
            "call_next_at",
            "acknowledged_at",
            "acknowledged_by_id",
            "acknowledged_by_name",
        ]
    )
    if late:
        leave_queue(page, "acknowledged", at=at)
    said: dict[str, Any] = {"who": name, "through": through.value, "late": late}
    record(page, events.PAGE_ACKNOWLEDGED, by=by, at=at, **said)
    record(
        about(page), events.ACKNOWLEDGED, by=by, at=at, **said, page=str(page.id), role=page.role
    )
    return page
