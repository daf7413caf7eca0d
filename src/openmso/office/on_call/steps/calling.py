"""The next in line is called; when nobody is left, that is recorded and shown."""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.jobs.queue import enqueue
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import record
from openmso.office.worklists.items import open_item

from .. import events
from ..domain.duty_role import DutyRole
from ..domain.line import NextInLine, next_in_line
from ..domain.page_text import new_code, page_text
from ..domain.states import Move, PageState, after
from ..domain.terms import Terms
from ..interfaces import wiring
from ..models import Page, PageCall, PageSending
from ..queries import on_duty_for
from ..terms import terms_for
from ..worklist import ON_CALL, item_text
from .about import about

SEND = "on_call.send"
NOBODY_ON_DUTY = "Nobody is on duty"
NOBODY_ANSWERED = "Nobody answered"


def call_next(page: Page, *, by: Actor, at: datetime) -> PageCall | None:
    """Call whoever is on duty at `at` and was not called for this page yet, and start their time.

    With nobody left the page becomes unanswered: its case is told, and it lies on the
    supervisor's list until somebody acknowledges it. Call it inside an action.
    """
    terms = _terms(page.tenant_id, at)
    called = list(page.calls.order_by("step"))
    next_one = _next(page, terms, {call.account_id for call in called}, at)
    if next_one is None:
        _give_up(page, NOBODY_ANSWERED if called else NOBODY_ON_DUTY, by=by, at=at)
        return None
    page.state = after(PageState(page.state), Move.CALL_NEXT)
    page.call_next_at = at + terms.roles[next_one.role].answer_within
    page.save(update_fields=["state", "call_next_at"])
    call = PageCall.objects.create(
        tenant_id=page.tenant_id,
        page=page,
        step=len(called) + 1,
        role=next_one.role.value,
        account_id=next_one.duty.person_id,
        name=next_one.duty.person,
        code=new_code(secrets.choice),
        called_at=at,
        answer_by=page.call_next_at,
    )
    _tell(page, call, escalated=bool(called), by=by, at=at)
    _order_sendings(call)
    return call


def _terms(tenant_id: UUID, at: datetime) -> Terms:
    tenant = tenant_by_id(tenant_id)
    return terms_for(tenant, at.astimezone(tenant.zone).date())


def _next(page: Page, terms: Terms, called: set[UUID], at: datetime) -> NextInLine | None:
    line = terms.line_of(DutyRole(page.role))
    return next_in_line(line, on_duty_for(page.tenant_id, line, at), called=called)


def _tell(page: Page, call: PageCall, *, escalated: bool, by: Actor, at: datetime) -> None:
    said: dict[str, Any] = {"role": call.role, "who": call.name, "step": call.step}
    until = call.answer_by.isoformat()
    if escalated:
        record(page, events.PAGE_ESCALATED, by=by, at=at, to_role=call.role, step=call.step)
    record(page, events.PAGE_CALLED, by=by, at=at, **said, answer_by=until)
    record(about(page), events.PAGED, by=by, at=at, **said, page=str(page.id), answer_by=until)


def _order_sendings(call: PageCall) -> None:
    """Order one text for each way on which the person is reached; they leave after the commit."""
    account = Account.objects.select_related("pager").get(id=call.account_id)
    pager = getattr(account, "pager", None)
    ways = {PageSending.Way.EMAIL: account.email}
    if pager is not None:
        ways[PageSending.Way.PAGER] = pager.number
    text = page_text(call.page.number, DutyRole(call.role), wiring.page_of_call(call.code))
    for way, address in ways.items():
        sending = PageSending.objects.create(
            tenant_id=call.tenant_id, call=call, way=way, address=address, text=text
        )
        enqueue(SEND, tenant_id=call.tenant_id, sending_id=sending.id)


def _give_up(page: Page, why: str, *, by: Actor, at: datetime) -> None:
    page.state = after(PageState(page.state), Move.GIVE_UP)
    page.call_next_at, page.unanswered_at = None, at
    page.save(update_fields=["state", "call_next_at", "unanswered_at"])
    open_item(page, ON_CALL, item_text(page, why, at=at), at=at)
    record(page, events.PAGE_NOBODY_LEFT, by=by, at=at, why=why)
    record(about(page), events.UNANSWERED, by=by, at=at, page=str(page.id), role=page.role, why=why)
