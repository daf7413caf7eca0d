"""Due times as badges for a practice: computed ones before sending, stored ones after."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.deadline import (
    DeadlineBadge,
    DeadlineFacts,
    deadline_badge,
)
from openmso.channels.ui.presenters.stored_deadline import stored_deadline
from openmso.office.timeline.models import Deadline
from openmso.rulebook.duty_clocks import DutyClock
from openmso.rulebook.vocabulary import MOMENTS

_QUESTIONS = {
    "decide": "When must we decide?",
    "tell_provider": "When must we tell you?",
    "tell_member": "When must we tell the patient?",
    "carry_out_authorize": "When must we authorize the care after the ruling?",
    "carry_out_provide": "When must the care be given after the ruling?",
    "tell_extension": "When must we tell the patient about the extra time?",
}
_STRICTEST = "Of several answers the earliest one governs."


def badge_of_clock(clock: DutyClock, *, at: datetime, zone: ZoneInfo) -> DeadlineBadge:
    """Present a due time that was computed and not stored."""
    rule = clock.rule
    facts = DeadlineFacts(
        uid="due",
        question=_QUESTIONS[clock.purpose],
        due_at=clock.due_at,
        rule_id=rule.id,
        citation=rule.citation,
        verified=rule.verified.meaning,
        checked_on=f"{rule.checked_on:%m/%d/%Y}",
        authority=str(rule.authority),
        start_event=rule.begins,
        started_at=clock.started_at,
        working=clock.working,
    )
    return deadline_badge(facts, at=at, zone=zone)


def badge_of(deadlines: Sequence[Deadline], *, at: datetime, zone: ZoneInfo) -> DeadlineBadge:
    """Present the governing one of several stored answers to one question, the others inside.

    `deadlines` are those of one case and purpose, at least one; the governing one stands first.
    """
    governing, *others = deadlines
    facts = stored_deadline(
        governing,
        others,
        uid=f"due-{governing.id}",
        question=_QUESTIONS[governing.purpose],
        start_event=MOMENTS.get(governing.starts_with, governing.starts_with),
        met_at=governing.met_at,
        why_governs=_STRICTEST if others else "",
    )
    return deadline_badge(facts, at=at, zone=zone)
