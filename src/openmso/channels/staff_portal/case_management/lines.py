"""The lines of a case's pages: tasks, entries, contacts, history, access, changes, answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.care.case_management.domain.cover import Change, What
from openmso.care.case_management.domain.daily_status import missing_days
from openmso.care.case_management.models import (
    CareCase,
    Contact,
    ContinuityAnswer,
    StandingAccess,
    StatusEntry,
    Task,
)
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.timeline.queries import history

from .caseload import due_tag, status_tag
from .words import (
    CONDITIONS,
    GOES_ON,
    HAPPENED,
    OUTCOMES,
    TASK_OUTCOMES,
    WAYS,
    WHAT_CHANGED,
    WITH_WHOM,
    said,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    id: UUID
    what: str
    due: StatusTag
    by: str
    ended: str = ""


def task_lines(tasks: Iterable[Task], today: date) -> list[TaskLine]:
    """Return open tasks by due day, then the ended ones with their outcome."""
    return [
        TaskLine(
            id=task.id,
            what=task.what,
            due=due_tag(task.due_on, today),
            by=task.added_by_name,
            ended=_ended(task),
        )
        for task in tasks
    ]


def _ended(task: Task) -> str:
    if task.ended_at is None:
        return ""
    outcome = said(TASK_OUTCOMES, task.outcome).partition(":")[0]
    words = f": {task.outcome_words}" if task.outcome_words else ""
    return f"{outcome}{words} ({task.ended_by_name})"


def daily(
    case: CareCase, entries: Sequence[StatusEntry], today: date
) -> tuple[StatusTag | None, list[str]]:
    """Return how the daily look stands and the days without an entry; None while nobody looks."""
    if case.complex_from_on is None or case.flag is None or not case.flag.stands(today):
        return None, []
    told = {entry.on for entry in entries}
    missing = missing_days(watched_from=case.complex_from_on, told=told, today=today)
    tag = status_tag(len(missing), told_today=today in told)
    return tag, [staff_date(day) for day in missing]


def status_lines(entries: Iterable[StatusEntry], zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the entries, the newest day first."""
    return [
        TimelineEntry(
            what=said(CONDITIONS, entry.condition),
            when=staff_date(entry.on),
            when_iso=entry.on.isoformat(),
            who=entry.by_name,
            learned=staff_time(entry.written_at, zone) if entry.late else "",
            details=(entry.note,) if entry.note else (),
        )
        for entry in entries
    ]


def contact_lines(contacts: Iterable[Contact], zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the contacts, the newest first."""
    return [
        TimelineEntry(
            what=f"{said(WAYS, one.way)}, {said(WITH_WHOM, one.with_whom).lower()}: "
            f"{said(OUTCOMES, one.outcome).lower()}",
            when=staff_time(one.talked_at, zone),
            when_iso=one.talked_at.isoformat(),
            who=one.by_name,
            details=(one.note,) if one.note else (),
        )
        for one in contacts
    ]


def history_lines(case: CareCase, zone: ZoneInfo) -> list[TimelineEntry]:
    """Return the case's timeline in words. One query."""
    return [
        TimelineEntry(
            what=HAPPENED.get(
                event.name, event.name.rpartition(".")[2].replace("_", " ").capitalize()
            ),
            when=staff_time(event.happened_at, zone),
            when_iso=event.happened_at.isoformat(),
            who=event.actor_name,
        )
        for event in history(case.tenant_id, case.id)
    ]


def access_lines(case: CareCase, accesses: Iterable[StandingAccess], today: date) -> list[Fact]:
    """Return the specialists who may be seen, and whether a visit today needs no approval."""
    return [
        Fact(
            label=one.specialist.full_name,
            below=f"{one.specialist.specialty}, {staff_date(one.from_on)} to "
            f"{staff_last_day(one.until_on)}",
            tag=_access_tag(one, today) if case.flag and case.flag.stands(today) else _CLOSED,
        )
        for one in accesses
    ]


_CLOSED = StatusTag("Ended with the flag", StatusTone.QUIET)


def _access_tag(access: StandingAccess, today: date) -> StatusTag:
    if access.from_on <= today < access.until_on:
        return StatusTag("No approval needed", StatusTone.GOOD)
    return StatusTag("Outside the term today", StatusTone.QUIET)


def change_lines(changes: Iterable[Change]) -> list[TimelineEntry]:
    """Return what changed in the member's cover, the newest first."""
    return [
        TimelineEntry(
            what=_changed(change), when=staff_date(change.on), when_iso=change.on.isoformat()
        )
        for change in sorted(changes, key=lambda one: one.on, reverse=True)
    ]


def _what(changed: str) -> str:
    return " and ".join(WHAT_CHANGED[What(part)] for part in changed.split(", "))


def _changed(change: Change) -> str:
    if change.after is None:
        return f"{change.before.plan_name if change.before else 'The plan'} ends"
    after = f"{change.after.plan_name}, {change.after.ipa_name}, {change.after.pcp_name}"
    if change.before is None:
        return f"New to us: {after.rstrip(', ')}"
    what = " and ".join(WHAT_CHANGED[one] for one in change.what)
    return f"Another {what}: {after.rstrip(', ')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesOnLine:
    what: str
    goes_on: str
    until: str
    why: str
    rule_id: str
    citation: str
    changed: str


def continuity_lines(answers: Iterable[ContinuityAnswer]) -> list[GoesOnLine]:
    """Return what goes on after each change, as it was written down."""
    return [
        GoesOnLine(
            what=one.what,
            goes_on=next(words for key, words in GOES_ON.items() if key == one.goes_on),
            until=f"through {staff_last_day(one.until_on)}" if one.until_on else "no last day",
            why=one.why,
            rule_id=one.rule_id,
            citation=one.citation,
            changed=f"{staff_date(one.changed_on)}: another {_what(one.changed_what)}",
        )
        for one in answers
    ]


def today_of(at: datetime, zone: ZoneInfo) -> date:
    """Return the day of the office."""
    return at.astimezone(zone).date()
