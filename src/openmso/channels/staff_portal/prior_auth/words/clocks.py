"""The due times of a case as badges: the strictest in front, what others say inside."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.domain.deadlines import (
    DECIDE,
    TELL_EXTENSION,
    TELL_MEMBER,
    TELL_PROVIDER,
)
from openmso.channels.ui.presenters.deadline import (
    DeadlineBadge,
    DeadlineFacts,
    OtherAnswer,
    deadline_badge,
)
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.law import rulebook
from openmso.office.timeline.models import Deadline
from openmso.rulebook.errors import UnknownRule
from openmso.rulebook.vocabulary import CheckMark

PURPOSES = {
    DECIDE: "Decide this request",
    TELL_PROVIDER: "Tell the practice",
    TELL_MEMBER: "Tell the member in writing",
    TELL_EXTENSION: "Tell the member about the extension",
}
_STARTS = {
    "request_received": "Received",
    "information_complete": "Information complete",
    "information_received": "Information received",
    "reopened": "Opened again",
    "extension_taken": "Extension taken",
    "decision_made": "Decided",
    "approved": "Approved",
}


def clock_badges(
    deadlines: Iterable[Deadline], *, at: datetime, zone: ZoneInfo
) -> list[tuple[str, DeadlineBadge]]:
    """Return one badge for each duty that has a governing due time, with what the duty is called.

    A duty that fell away (a withdrawn request) has none.
    """
    by_purpose: dict[str, list[Deadline]] = defaultdict(list)
    for deadline in deadlines:
        if deadline.closed_at is None:
            by_purpose[deadline.purpose].append(deadline)
    found = []
    for purpose, same in by_purpose.items():
        first = next((deadline for deadline in same if deadline.governs), None)
        if first is not None:
            facts = _facts(first, [other for other in same if other is not first])
            found.append((PURPOSES.get(purpose, purpose), deadline_badge(facts, at=at, zone=zone)))
    return found


def _facts(deadline: Deadline, others: list[Deadline]) -> DeadlineFacts:
    extended = " (with the extension)" if deadline.extended else ""
    return DeadlineFacts(
        uid=str(deadline.id),
        question=f"{PURPOSES.get(deadline.purpose, deadline.purpose)}{extended}",
        due_at=deadline.due_at,
        rule_id=deadline.rule_id,
        citation=deadline.citation,
        verified=CheckMark(deadline.verified).meaning,
        checked_on=_checked_on(deadline.rule_id),
        authority=deadline.authority,
        start_event=_STARTS.get(deadline.starts_with, deadline.starts_with.replace("_", " ")),
        started_at=deadline.started_at,
        met_at=deadline.met_at,
        working=deadline.working,
        others=tuple(
            OtherAnswer(
                authority=other.authority,
                rule_id=other.rule_id,
                citation=other.citation,
                due_at=other.due_at,
            )
            for other in others
        ),
        why_governs="Several authorities have a rule for this; the first to fall due governs."
        if others
        else "This is the only rule with a due time for this.",
    )


def _checked_on(rule_id: str) -> str:
    try:
        return staff_date(rulebook().rule(rule_id).checked_on)
    except UnknownRule:
        return ""
