"""A stored due time with what other authorities say, as the badge wants it."""

from collections.abc import Iterable
from datetime import datetime

from openmso.channels.ui.words_for_time import staff_date
from openmso.office.law import rulebook
from openmso.office.timeline.models import Deadline
from openmso.rulebook.errors import UnknownRule
from openmso.rulebook.vocabulary import CheckMark

from .deadline import DeadlineFacts, OtherAnswer


def stored_deadline(
    governing: Deadline,
    others: Iterable[Deadline],
    *,
    uid: str,
    question: str,
    start_event: str,
    met_at: datetime | None,
    why_governs: str = "",
) -> DeadlineFacts:
    """Return the facts of one stored due time, as it was computed. The day on which its rule was
    checked is today's rulebook's; a rule that is no longer there has none."""
    return DeadlineFacts(
        uid=uid,
        question=question,
        due_at=governing.due_at,
        rule_id=governing.rule_id,
        citation=governing.citation,
        verified=CheckMark(governing.verified).meaning,
        checked_on=_checked_on(governing.rule_id),
        authority=governing.authority,
        start_event=start_event,
        started_at=governing.started_at,
        met_at=met_at,
        working=governing.working,
        others=tuple(
            OtherAnswer(
                authority=other.authority,
                rule_id=other.rule_id,
                citation=other.citation,
                due_at=other.due_at,
            )
            for other in others
        ),
        why_governs=why_governs,
    )


def _checked_on(rule_id: str) -> str:
    try:
        return staff_date(rulebook().rule(rule_id).checked_on)
    except UnknownRule:
        return ""
