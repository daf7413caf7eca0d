"""The time for the answer has passed and nobody answered: what the law says is carried out."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import miss

from ..clock_keeping import clock_facts, keep_clocks
from ..domain.clock_facts import DECIDE
from ..domain.silence import meaning_of_silence
from ..domain.states import OPEN, Move, State, after
from ..events import Event
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import deadline_of, note_on_its_row, to_its_queue


@action
def run_out_of_time(appeal_id: UUID, *, by: Actor, at: datetime) -> Appeal:
    """Carry out what silence means for this appeal; safe to run twice.

    It is dated to the due time that passed. Where the law sends the case file to an independent
    entity, the appeal is no longer ours to answer; anywhere else it stays open until it is.
    """
    appeal = locked(appeal_id, by=by)
    deadline = deadline_of(appeal)
    if deadline is None or not deadline.has_run_out(at) or State(appeal.state) not in OPEN:
        record(appeal, Event.TIME_CHECKED, by=by, at=at)
        return appeal
    passed_at = deadline.due_at
    silence = meaning_of_silence(
        clock_facts(appeal), rulebook(), office_calendar(appeal.tenant_id), passed_at=passed_at
    )
    miss(appeal, DECIDE, at=at)
    appeal.silence_at = passed_at
    appeal.silence_means = str(silence.consequence or "no_meaning_in_law")
    appeal.silence_rule = silence.rule.id if silence.rule else ""
    keep(appeal, "silence_at", "silence_means", "silence_rule")
    record(
        appeal,
        Event.TIME_RAN_OUT,
        by=by,
        at=at,
        happened_at=passed_at,
        means=appeal.silence_means,
        rule=appeal.silence_rule,
        citation=silence.rule.citation if silence.rule else "",
        late_rule=deadline.rule_id,
    )
    if silence.sends_on:
        _send_on(appeal, by=by, at=at)
    else:
        note_on_its_row(appeal)
    return appeal


def _send_on(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    appeal.state = after(State(appeal.state), Move.SEND_ON)
    appeal.closed_at, appeal.sends_on = at, True
    keep(appeal, "state", "closed_at", "sends_on")
    keep_clocks(appeal, at=at)
    to_its_queue(appeal, outcome="sent on", at=at)
    record(appeal, Event.GOES_ON, by=by, at=at, because="no answer in time")
