"""Who is financially responsible for care after stabilization: the four branches, as one table.

Nobody has to do anything for it to be true: it follows from what is on record and what time it is.
Emergency care itself is outside of it; it needs no approval, and no branch here touches it. Whether
the hospital is in the network plays no part, and no branch makes the patient pay. Sources: 42 CFR
422.113(c)(2)-(3), HSC 1371.4(d), 28 CCR 1300.71.4; times and citations come from the rulebook.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Branch(StrEnum):
    """Where a night can end."""

    WAITING = "waiting"
    APPROVED = "approved_in_time"
    DISAGREED = "asked_and_disagreed"
    SILENCE = "nobody_answered"
    NEVER_ASKED = "never_asked"
    NOT_OURS = "not_our_member"


class Who(StrEnum):
    PLAN = "plan"
    HOSPITAL = "hospital"
    NOT_DECIDED = "not_decided_yet"
    SOMEBODY_ELSE = "somebody_else"


class Answer(StrEnum):
    APPROVED = "approved"
    DISAGREED = "disagreed"


class EndReason(StrEnum):
    """The only four ends of the plan's responsibility; 42 CFR 422.113(c)(3)."""

    TAKEN_OVER = "plan_physician_took_over"
    TRANSFERRED = "plan_physician_by_transfer"
    AGREED = "agreement_with_the_hospital"
    DISCHARGED = "patient_discharged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What is on record. `due_at` None: no law gives silence a meaning. `ours` False: no coverage.

    `asked_at` None: the hospital never asked. Instants carry a time zone.
    """

    asked_at: datetime | None
    due_at: datetime | None = None
    answer: Answer | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    ours: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who, from when and until when. `until` None: it goes on."""

    branch: Branch
    who: Who
    from_at: datetime | None = None
    until: datetime | None = None


def responsibility(night: Night, *, at: datetime) -> Responsibility:
    """Return who is responsible as it stands at `at`, whether or not anybody wrote it down yet.

    An answer at the due time itself is in time; after it the plan is responsible from that time.
    """
    if not night.ours:
        return Responsibility(branch=Branch.NOT_OURS, who=Who.SOMEBODY_ELSE)
    if night.asked_at is None:
        return Responsibility(branch=Branch.NEVER_ASKED, who=Who.HOSPITAL)
    if night.answer is not None and _in_time(night):
        branch = Branch.APPROVED if night.answer is Answer.APPROVED else Branch.DISAGREED
        # What was approved is the plan's from the request on; a no leaves the plan responsible
        # until its own physician has the patient.
        begins = night.asked_at if branch is Branch.APPROVED else night.answered_at
        return Responsibility(branch=branch, who=Who.PLAN, from_at=begins, until=night.ended_at)
    if night.due_at is not None and at > night.due_at:
        return Responsibility(
            branch=Branch.SILENCE, who=Who.PLAN, from_at=night.due_at, until=night.ended_at
        )
    return Responsibility(branch=Branch.WAITING, who=Who.NOT_DECIDED)


def _in_time(night: Night) -> bool:
    if night.answered_at is None or night.due_at is None:
        return night.answered_at is not None
    return night.answered_at <= night.due_at
