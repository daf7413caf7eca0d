"""A due date in words, with everything that explains it.

The badge says the same in words, by an icon and by tone; it opens to rule, citation, start event,
arithmetic, what other authorities say, and why the strictest governs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from openmso.channels.ui.words_for_time import clock_time, length_of, staff_date, staff_time


class Tone(StrEnum):
    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    TODAY = "today"
    AHEAD = "ahead"
    PAUSED = "paused"


ICONS = {
    Tone.MET: "check_circle",
    Tone.LATE: "warning",
    Tone.OVERDUE: "error",
    Tone.TODAY: "schedule",
    Tone.AHEAD: "event",
    Tone.PAUSED: "hourglass_empty",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswer:
    """What another authority says about the same question."""

    authority: str
    rule_id: str
    citation: str
    due_at: datetime | None = None
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFacts:
    """A stored deadline as a channel hands it over.

    `verified` is the rulebook's check mark in words ("read in the source"), `working` the lines of
    arithmetic, `paused` a sentence why the clock stands still (empty when it runs).
    """

    uid: str
    question: str
    due_at: datetime
    rule_id: str
    citation: str
    verified: str = ""
    checked_on: str = ""
    authority: str = ""
    start_event: str = ""
    started_at: datetime | None = None
    met_at: datetime | None = None
    paused: str = ""
    working: Sequence[str] = ()
    others: Sequence[OtherAnswer] = ()
    why_governs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLine:
    authority: str
    rule_id: str
    citation: str
    answer: str

    @property
    def rule_href(self) -> str:
        return rule_href(self.rule_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineBadge:
    """`words` and `left` stand on the badge; the rest is inside."""

    uid: str
    tone: Tone
    icon: str
    question: str
    words: str
    left: str
    due_iso: str
    due_full: str
    rule_id: str
    citation: str
    verified: str
    authority: str
    starts: str
    met: str
    working: Sequence[str]
    others: Sequence[OtherLine]
    why_governs: str

    @property
    def rule_href(self) -> str:
        return rule_href(self.rule_id)


@lru_cache(maxsize=1000)
def rule_href(rule_id: str) -> str:
    """Return the address of the rule's public page; empty where no rule is known."""
    return reverse("public:rule", kwargs={"rule_id": rule_id}) if rule_id else ""


def deadline_badge(facts: DeadlineFacts, *, at: datetime, zone: ZoneInfo) -> DeadlineBadge:
    """Present a deadline as it stands at the moment `at`, in the office's zone."""
    tone = _tone(facts, at, zone)
    words, left = _words(facts, tone, at, zone)
    return DeadlineBadge(
        uid=facts.uid,
        tone=tone,
        icon=ICONS[tone],
        question=facts.question,
        words=words,
        left=left,
        due_iso=facts.due_at.isoformat(timespec="seconds"),
        due_full=staff_time(facts.due_at, zone),
        rule_id=facts.rule_id,
        citation=facts.citation,
        verified=_verified(facts),
        authority=facts.authority,
        starts=_starts(facts, zone),
        met=staff_time(facts.met_at, zone) if facts.met_at else "",
        working=facts.working,
        others=tuple(_other(answer, zone) for answer in facts.others),
        why_governs=facts.why_governs,
    )


def _tone(facts: DeadlineFacts, at: datetime, zone: ZoneInfo) -> Tone:
    if facts.met_at is not None:
        return Tone.LATE if facts.met_at > facts.due_at else Tone.MET
    if facts.paused:
        return Tone.PAUSED
    if at > facts.due_at:
        return Tone.OVERDUE
    same_day = at.astimezone(zone).date() == facts.due_at.astimezone(zone).date()
    return Tone.TODAY if same_day else Tone.AHEAD


def _words(facts: DeadlineFacts, tone: Tone, at: datetime, zone: ZoneInfo) -> tuple[str, str]:
    if tone is Tone.MET:
        return _("Met"), ""
    if tone is Tone.LATE and facts.met_at is not None:
        return _("Met late"), _("by %(span)s") % {"span": length_of(facts.met_at - facts.due_at)}
    if tone is Tone.PAUSED:
        return _("Clock stands still"), facts.paused
    time, left = clock_time(facts.due_at, zone), length_of(facts.due_at - at)
    if tone is Tone.TODAY:
        return _("Due today %(time)s") % {"time": time}, _("%(span)s left") % {"span": left}
    when = f"{staff_date(facts.due_at.astimezone(zone).date())} {time}"
    if tone is Tone.OVERDUE:
        return _("Overdue since %(when)s") % {"when": when}, _("%(span)s late") % {"span": left}
    return _("Due %(when)s") % {"when": when}, _("%(span)s left") % {"span": left}


def _verified(facts: DeadlineFacts) -> str:
    if facts.verified and facts.checked_on:
        return _("%(how)s, checked on %(day)s") % {"how": facts.verified, "day": facts.checked_on}
    return facts.verified


def _starts(facts: DeadlineFacts, zone: ZoneInfo) -> str:
    if facts.started_at is None:
        return facts.start_event
    started = staff_time(facts.started_at, zone)
    return f"{facts.start_event}, {started}" if facts.start_event else started


def _other(answer: OtherAnswer, zone: ZoneInfo) -> OtherLine:
    due = staff_time(answer.due_at, zone) if answer.due_at else ""
    parts = [part for part in (answer.value, due) if part]
    return OtherLine(
        authority=answer.authority,
        rule_id=answer.rule_id,
        citation=answer.citation,
        answer=": ".join(parts),
    )
