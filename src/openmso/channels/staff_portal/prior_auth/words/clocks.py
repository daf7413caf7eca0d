"""The due times of a case as badges: the strictest in front, what others say inside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.domain.deadlines import (
    CARRY_OUT_AUTHORIZE,
    CARRY_OUT_PROVIDE,
    DECIDE,
    TELL_EXTENSION,
    TELL_MEMBER,
    TELL_PROVIDER,
)
from openmso.channels.ui.presenters.deadline import (
    DeadlineBadge,
    DeadlineFacts,
    deadline_badge,
)
from openmso.channels.ui.presenters.stored_deadline import stored_deadline
from openmso.office.timeline.models import Deadline
from openmso.rulebook.vocabulary import MOMENTS

PURPOSES = {
    DECIDE: "Decide this request",
    TELL_PROVIDER: "Tell the practice",
    TELL_MEMBER: "Tell the member in writing",
    TELL_EXTENSION: "Tell the member about the extension",
    CARRY_OUT_AUTHORIZE: "Carry the ruling out: authorize",
    CARRY_OUT_PROVIDE: "Carry the ruling out: give the care",
}
_STARTS = MOMENTS | {
    "reopened": "Opened again",
    "reversal_received": "Notice of the ruling received",
}


def clock_badges(
    deadlines: Iterable[Deadline],
    *,
    at: datetime,
    zone: ZoneInfo,
    duties: Mapping[str, str] = PURPOSES,
) -> list[tuple[str, DeadlineBadge]]:
    """Return one badge for each duty that has a governing due time, with what the duty is called.

    `duties` names them; one without a name there is said by its key. A duty that fell away (a
    withdrawn request) has none.
    """
    by_purpose: dict[str, list[Deadline]] = defaultdict(list)
    for deadline in deadlines:
        if deadline.closed_at is None:
            by_purpose[deadline.purpose].append(deadline)
    found = []
    for purpose, same in by_purpose.items():
        first = next((deadline for deadline in same if deadline.governs), None)
        if first is not None:
            called = duties.get(purpose) or purpose.replace("_", " ").capitalize()
            facts = _facts(first, [other for other in same if other is not first], called)
            found.append((called, deadline_badge(facts, at=at, zone=zone)))
    return found


def _facts(deadline: Deadline, others: list[Deadline], called: str) -> DeadlineFacts:
    extended = " (with the extension)" if deadline.extended else ""
    return stored_deadline(
        deadline,
        others,
        uid=str(deadline.id),
        question=f"{called}{extended}",
        start_event=_STARTS.get(deadline.starts_with, deadline.starts_with.replace("_", " ")),
        met_at=deadline.met_at,
        why_governs="Several authorities have a rule for this; the first to fall due governs."
        if others
        else "This is the only rule with a due time for this.",
    )
