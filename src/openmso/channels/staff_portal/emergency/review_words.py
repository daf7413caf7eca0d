"""One use of emergency access in words, for those who review it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.emergency_access.models import EmergencyAccess

_FOUND = {
    EmergencyAccess.Verdict.IN_ORDER: StatusTone.GOOD,
    EmergencyAccess.Verdict.MISUSE: StatusTone.STOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    id: UUID
    number: str
    who: str
    when: str
    why: str
    words: str
    state: StatusTag
    by: str


def row_of(access: EmergencyAccess, *, at: datetime, zone: ZoneInfo) -> UseRow:
    """Return the row of one use. `by` is when the review is due, or who reviewed."""
    return UseRow(
        id=access.id,
        number=access.about_number,
        who=access.account_name,
        when=staff_time(access.opened_at, zone),
        why=str(access.get_reason_display()),
        words=access.words,
        state=_state(access, at),
        by=_by(access, zone),
    )


def facts_of(access: EmergencyAccess, *, at: datetime, zone: ZoneInfo) -> list[Fact]:
    """Return one use as pairs."""
    facts = [
        Fact(label="Who", value=access.account_name),
        Fact(label="Case", value=access.about_number),
        Fact(label="Reason", value=str(access.get_reason_display()), below=access.words),
        Fact(label="Open from", value=staff_time(access.opened_at, zone)),
        Fact(label="Open until", value=staff_time(access.until_at, zone)),
        Fact(label="Review", tag=_state(access, at), below=_by(access, zone)),
    ]
    if access.notes:
        facts.append(Fact(label="Notes", value=access.notes))
    return facts


def _state(access: EmergencyAccess, at: datetime) -> StatusTag:
    if access.verdict:
        verdict = EmergencyAccess.Verdict(access.verdict)
        return StatusTag(str(verdict.label), _FOUND[verdict])
    if at > access.review_due_at:
        return StatusTag("Review overdue", StatusTone.STOP)
    return StatusTag("To review", StatusTone.WAITING)


def _by(access: EmergencyAccess, zone: ZoneInfo) -> str:
    if access.reviewed_at is not None:
        return f"{access.reviewed_by_name}, {staff_time(access.reviewed_at, zone)}"
    return f"due {staff_time(access.review_due_at, zone)}"
