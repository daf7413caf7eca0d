"""A wish for a fast answer does not qualify: the appeal goes on in its usual time.

The usual time counts from the first receipt. The member hears of it by voice at once and by letter
in the time of the rule: with the way to complain, and that a physician's word makes it fast.
"""

from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..clock_keeping import keep_clocks
from ..domain.deciding import NotQualifiedToAnswer
from ..domain.filing import NotPossible
from ..domain.speed import FastBy, Refusal, require_refusal, require_told, why_not_refused
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_not_fast
from ..models import Appeal
from ..steps.locking import keep, locked
from ..steps.queues import note_on_its_row

_REFUSED = (
    *("urgency", "fast_refused_at", "fast_refused_by", "fast_refused_why", "fast_refused_why_es"),
    *("fast_refusal_told_at", "fast_refusal_told_how"),
)


@action
def refuse_fast(
    appeal_id: UUID, refusal: Refusal, *, by: Actor, at: datetime, version: int | None = None
) -> Appeal:
    """Find that the wish for a fast answer does not qualify. Only its reviewer may.

    Raises MoveNotAllowed, ChangedMeanwhile, NotQualifiedToAnswer, and NotPossible with the sentence
    where it cannot be refused: a physician's word never can.
    """
    by.require(Permission.APPEAL_ANSWER)
    appeal = locked(appeal_id, by=by, version=version)
    after(State(appeal.state), Move.REFUSE_FAST)
    if by.id is None or appeal.reviewer_id != by.id:
        raise NotQualifiedToAnswer(("This appeal lies with another reviewer.",))
    if why_not := why_not_refused(FastBy(appeal.fast_by), Urgency(appeal.urgency)):
        raise NotPossible(why_not)
    if appeal.silence_at is not None:
        raise NotPossible("The fast time ran out before; an answer is owed, not more time.")
    require_refusal(refusal, at=at)
    appeal.urgency = Urgency.STANDARD
    appeal.fast_refused_at, appeal.fast_refused_by = at, by.name
    appeal.fast_refused_why, appeal.fast_refused_why_es = (
        refusal.why.strip(),
        refusal.why_es.strip(),
    )
    appeal.fast_refusal_told_at = refusal.told_at
    appeal.fast_refusal_told_how = refusal.told_how.strip() if refusal.told_at else ""
    keep(appeal, *_REFUSED)
    record(appeal, Event.FAST_REFUSED, by=by, at=at, why=appeal.fast_refused_why)
    _note_told(appeal, by=by, at=at)
    keep_clocks(appeal, at=at)
    note_on_its_row(appeal)
    order_not_fast(appeal, by=by, at=at)
    return appeal


@action
def note_told_not_fast(
    appeal_id: UUID, *, told_at: datetime, told_how: str, by: Actor, at: datetime
) -> Appeal:
    """Record that the member heard by voice that it takes the usual time.

    Raises AppealNotFound, NotPossible where nothing is to be told, or it cannot have been so.
    """
    by.require(Permission.APPEAL_FILE)
    appeal = locked(appeal_id, by=by)
    if appeal.fast_refused_at is None or appeal.fast_refusal_told_at is not None:
        raise NotPossible("Nothing is to be told about how fast this appeal is handled.")
    require_told(told_at, told_how, since=appeal.fast_refused_at, at=at)
    appeal.fast_refusal_told_at, appeal.fast_refusal_told_how = told_at, told_how.strip()
    keep(appeal, "fast_refusal_told_at", "fast_refusal_told_how")
    _note_told(appeal, by=by, at=at)
    note_on_its_row(appeal)
    return appeal


def _note_told(appeal: Appeal, *, by: Actor, at: datetime) -> None:
    if appeal.fast_refusal_told_at is None:
        return
    record(
        appeal,
        Event.TOLD_NOT_FAST,
        by=by,
        at=at,
        happened_at=appeal.fast_refusal_told_at,
        how=appeal.fast_refusal_told_how,
    )
