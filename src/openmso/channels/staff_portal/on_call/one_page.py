"""What the page of one page shows: its facts, everybody who was called, its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse

from openmso.channels.ui.presenters.facts import Fact, TimelineEntry
from openmso.channels.ui.words_for_numbers import written
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.on_call.domain.page_text import in_groups
from openmso.office.on_call.models import CALL_TAKEN, Page, PageCall, PageSending
from openmso.office.on_call.pages import call_about
from openmso.office.timeline.case_kinds import kind_of
from openmso.office.timeline.queries import history

from .words import STATES, history_in_words, role_name

_WAYS = {PageSending.Way.PAGER: "Pager", PageSending.Way.EMAIL: "E-mail"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One person's turn, with the time of every step; `sendings` has one line a way."""

    who: str
    role: str
    called: str
    answer_by: str
    sendings: Sequence[str]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    id: UUID
    number: str
    facts: Sequence[Fact]
    message: Sequence[Fact]
    calls: Sequence[CallRow]
    history: Sequence[TimelineEntry]
    can_take: bool
    case_href: str


def one_page(page: Page, *, viewer: Actor, zone: ZoneInfo) -> OnePage:
    """Return everything about a page whose calls are read. Two queries, one for most pages."""
    calls = list(page.calls.all())
    called = any(call.account_id == viewer.id for call in calls)
    plans = viewer.may(Permission.ON_CALL_PLAN)
    return OnePage(
        id=page.id,
        number=page.number,
        facts=_facts(page, zone),
        message=_message(page) if called or plans else (),
        calls=[_row(call, zone, plans=plans) for call in calls],
        history=history_in_words(history(page.tenant_id, page.id), zone),
        can_take=page.is_open and (called or plans),
        case_href=_case_href(page),
    )


def _facts(page: Page, zone: ZoneInfo) -> list[Fact]:
    facts = [
        Fact(label="State", tag=STATES[page.page_state]),
        Fact(label="Asked for", value=role_name(page.role)),
        Fact(label="Why", value=page.reason),
        Fact(label="Asked", value=staff_time(page.asked_at, zone), below=page.asked_by_name),
    ]
    if page.call_next_at is not None:
        facts.append(Fact(label="Next is called", value=staff_time(page.call_next_at, zone)))
    if page.unanswered_at is not None:
        facts.append(Fact(label="Nobody left", value=staff_time(page.unanswered_at, zone)))
    if page.acknowledged_at is not None:
        at = staff_time(page.acknowledged_at, zone)
        facts.append(Fact(label="Acknowledged", value=at, below=page.acknowledged_by_name))
    return facts


def _message(page: Page) -> list[Fact]:
    """Return what a caller said; only those who are called, and who plans, read it."""
    call = call_about(page) if page.about_kind == CALL_TAKEN else None
    if call is None:
        return []
    said = (
        ("Caller", call.caller),
        ("Call back", written(call.call_back)),
        ("About", call.about),
        ("Message", call.message),
    )
    return [Fact(label=label, value=value) for label, value in said if value]


def _row(call: PageCall, zone: ZoneInfo, *, plans: bool) -> CallRow:
    return CallRow(
        who=call.name,
        role=role_name(call.role),
        called=staff_time(call.called_at, zone),
        answer_by=staff_time(call.answer_by, zone),
        sendings=[_sending(one, zone) for one in call.sendings.all()],
        code=in_groups(call.code) if plans else "",
    )


def _sending(one: PageSending, zone: ZoneInfo) -> str:
    steps = [
        _step("sent", one.sent_at, zone),
        _step("delivered", one.delivered_at, zone),
        f"not sent: {one.problem}" if one.problem else "",
    ]
    told = ", ".join(step for step in steps if step) or "waiting to be sent"
    return f"{_WAYS[PageSending.Way(one.way)]}: {told}"


def _step(what: str, at: datetime | None, zone: ZoneInfo) -> str:
    return f"{what} {staff_time(at, zone)}" if at else ""


def _case_href(page: Page) -> str:
    """Return where the case opens that the page is about, "" for one without a page."""
    try:
        return reverse(kind_of(page.about_kind).page, args=[page.about_id])
    except (KeyError, NoReverseMatch):
        return ""
