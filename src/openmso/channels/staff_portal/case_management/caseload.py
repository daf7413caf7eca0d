"""The caseload: one row a member, the most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.care.case_management.models import CareCase
from openmso.care.case_management.queries import ROWS, caseload
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    href: str
    number: str
    member: str
    under: str
    due: StatusTag
    waits_for: str
    status: StatusTag | None
    tasks: str
    manager: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """`exceptions` says how many members have a day that nobody wrote of."""

    rows: Sequence[Row]
    exceptions: str
    more: bool


def caseload_page(viewer: Actor, *, mine: bool, at: datetime, zone: ZoneInfo) -> Caseload:
    """Return the viewer's own cases, or everybody's that they may see. One query."""
    today = at.astimezone(zone).date()
    cases = caseload(viewer, manager_id=viewer.id if mine else None, today=today)
    shown = cases[:ROWS]
    untold = sum(1 for case in shown if days_missing(case, today))
    return Caseload(
        rows=[_row(case, today, zone) for case in shown],
        exceptions=_exceptions(untold),
        more=len(cases) > ROWS,
    )


def days_missing(case: CareCase, today: date) -> int:
    """Return of how many passed days of the daily watch nobody wrote."""
    if case.complex_from_on is None or case.flag is None or not case.flag.stands(today):
        return 0
    told: int = vars(case)["days_told"]
    return (today - case.complex_from_on).days - told


def due_tag(due_on: date, today: date) -> StatusTag:
    """Say how soon a day is: overdue, today, or the day itself."""
    if due_on < today:
        return StatusTag(f"Overdue: {staff_date(due_on)}", StatusTone.STOP)
    if due_on == today:
        return StatusTag("Today", StatusTone.WAITING)
    return StatusTag(staff_date(due_on), StatusTone.QUIET)


def status_tag(missing: int, *, told_today: bool) -> StatusTag:
    """Say how the daily look stands; a day without an entry is an exception."""
    if missing:
        days = "1 day" if missing == 1 else f"{missing} days"
        return StatusTag(f"{days} without an entry", StatusTone.STOP)
    if told_today:
        return StatusTag("Written today", StatusTone.GOOD)
    return StatusTag("Today's entry is open", StatusTone.WAITING)


def _row(case: CareCase, today: date, zone: ZoneInfo) -> Row:
    found = vars(case)
    watched = case.flag is not None and case.flag.stands(today)
    due_at: datetime | None = found["due_at"]
    count: int = found["open_tasks"]
    return Row(
        href=reverse("staff:care_case", args=[case.id]),
        number=case.number,
        member=f"{case.member.family_name}, {case.member.given_name}",
        under=f"{case.plan.name} · {case.ipa.name}",
        due=due_tag(due_at.astimezone(zone).date() if due_at else today, today),
        waits_for=found["waits_for"] or "",
        status=status_tag(days_missing(case, today), told_today=found["told_today"])
        if watched
        else None,
        tasks="1 task" if count == 1 else f"{count} tasks",
        manager=case.manager_name,
    )


def _exceptions(count: int) -> str:
    if not count:
        return ""
    members = "1 member has" if count == 1 else f"{count} members have"
    return f"{members} a day of which nobody wrote. It stays here until somebody does."
