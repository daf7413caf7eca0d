"""The time of our papers has passed and they are not with the QIO: what the law says is kept."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import miss, of_case

from ..domain.care import LATE_PAPERS
from ..domain.clocks import PAPERS
from ..domain.states import State
from ..events import Event
from ..models import FastTrackCase
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def run_out_of_time(case_id: UUID, *, by: Actor, at: datetime) -> FastTrackCase:
    """Keep that reasons or records are late, dated to the time that passed; safe to run twice.

    Nothing ends by our silence: the papers are still owed, the member's care does not stop for it,
    and the plan pays for what the delay costs.
    """
    case = locked(case_id, by=by)
    passed = [
        one
        for one in of_case(case.tenant_id, case.id)
        if one.purpose in PAPERS and one.governs and one.has_run_out(at)
    ]
    if not passed or State(case.state) is not State.REASONS_DUE:
        record(case, Event.TIME_CHECKED, by=by, at=at)
        return case
    passed_at = min(one.due_at for one in passed)
    for one in passed:
        miss(case, one.purpose, at=at)
    if case.papers_late_at is None:
        case.papers_late_at = passed_at
        keep(case, "papers_late_at")
    on = office_calendar(case.tenant_id).local(passed_at).date()
    rule = rulebook().ask(LATE_PAPERS, on=on, facts=case.end.facts)[0]
    record(
        case,
        Event.PAPERS_LATE,
        by=by,
        at=at,
        happened_at=passed_at,
        missing=[one.purpose for one in passed],
        means=str(rule.consequence),
        rule=rule.id,
        citation=rule.citation,
    )
    renew_on_queue(case, outcome="papers late", at=at)
    return case
