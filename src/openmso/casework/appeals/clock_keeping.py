"""The clocks of an appeal kept in step with its facts: computed, stored, shown on its queue."""

from datetime import datetime

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import ComputedDeadline, replace_deadlines
from openmso.office.worklists.items import refresh_item
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook

from .domain.deadlines import DECIDE, Clock, ClockFacts, clocks, governing
from .domain.deciding import Result
from .domain.states import ANSWERED
from .domain.types import Authority, FiledBy
from .models import Appeal


def clock_facts(appeal: Appeal) -> ClockFacts:
    """Gather what the clocks depend on; reads the request's row where it is not there yet."""
    answered = appeal.state in ANSWERED
    return ClockFacts(
        line_of_business=appeal.line_of_business,
        urgency=Urgency(appeal.urgency),
        is_drug=appeal.request.is_drug,
        filed_by=FiledBy(appeal.filed_by),
        authority=Authority(appeal.authority),
        received_at=appeal.received_at,
        authority_shown_at=appeal.authority_shown_at,
        extension_taken_at=appeal.extended_at,
        answered_at=appeal.closed_at if answered else None,
        result=Result(appeal.state) if answered else None,
        late_at=appeal.silence_at if appeal.state == "sent_on" else None,
    )


def compute_clocks(appeal: Appeal, book: Rulebook | None = None) -> tuple[Clock, ...]:
    """Compute every clock of the appeal anew. Raises ConflictingAnswers."""
    return clocks(clock_facts(appeal), book or rulebook(), office_calendar(appeal.tenant_id))


def as_deadlines(found: tuple[Clock, ...], edition: str) -> tuple[ComputedDeadline, ...]:
    """Turn clocks into the rows that are stored."""
    return tuple(
        ComputedDeadline(
            purpose=clock.purpose,
            rule_id=clock.rule.id,
            question=clock.rule.question,
            authority=str(clock.rule.authority),
            citation=clock.rule.citation,
            verified=str(clock.rule.verified),
            edition=edition,
            starts_with=clock.rule.starts_at,
            started_at=clock.started_at,
            due_at=clock.due_at,
            extended=clock.extended,
            governs=clock.governs,
            working=clock.working,
        )
        for clock in found
    )


def keep_clocks(appeal: Appeal, *, at: datetime) -> Clock | None:
    """Recompute and store every clock; return the one that governs the answer."""
    found = compute_clocks(appeal)
    replace_deadlines(appeal, as_deadlines(found, rulebook().edition), at=at)
    to_decide = governing(found, DECIDE)
    if to_decide is not None:
        refresh_item(
            appeal,
            due_at=to_decide.due_at,
            due_rule=to_decide.rule.id,
            urgency=appeal.urgency,
        )
    return to_decide


def rules_of_the_answer(appeal: Appeal) -> tuple[Answer, ...]:
    """Return the rules that give the answer its time, the governing one first."""
    return tuple(clock.rule for clock in compute_clocks(appeal) if clock.purpose == DECIDE)
